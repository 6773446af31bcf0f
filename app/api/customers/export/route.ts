import { currentUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { serveExport } from '@/lib/customer-export/serve-export';
import { organisation } from '@/lib/organisation/queries';
import { wallClock } from '@/lib/wall-clock';

export async function GET(request: Request): Promise<Response> {
  const { timeZone } = await organisation();
  return serveExport({ url: request.url, currentUser, today: wallClock(now(), timeZone).day });
}
