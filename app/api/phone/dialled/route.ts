import { currentUser } from '@/lib/auth/session';
import { lookUpNumber } from '@/lib/dialer/look-up';
import { answerRead } from '@/lib/doors/answer';

// A route and no server action: a page sends its actions one after the other, and what is typed here waits for no save.
export function GET(request: Request): Promise<Response> {
  const number = new URL(request.url).searchParams.get('number');
  return answerRead(async () => lookUpNumber(await currentUser(), number));
}
