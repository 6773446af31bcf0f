import { currentUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { answerRead } from '@/lib/doors/answer';
import { findAll } from '@/lib/search/find';

export function GET(request: Request): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return answerRead(async () => findAll(await currentUser(), asked, now()));
}
