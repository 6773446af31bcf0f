import { currentUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { organisation } from '@/lib/organisation/queries';
import { serveFigure } from '@/lib/statistics/serve-figure';

export async function GET(request: Request, { params }: { params: Promise<{ figure: string }> }): Promise<Response> {
  const [{ figure }, { timeZone }] = await Promise.all([params, organisation()]);
  return serveFigure({ url: request.url, figure, currentUser, now: now(), timeZone });
}
