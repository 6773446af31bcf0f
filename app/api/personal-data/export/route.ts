import { currentUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { serveExport } from '@/lib/personal-data/serve-export';

export async function GET(request: Request): Promise<Response> {
  return serveExport({ url: request.url, currentUser, at: now() });
}
