import { currentUser } from '@/lib/auth/session';
import { lastNumbers } from '@/lib/dialer/look-up';
import { answerRead } from '@/lib/doors/answer';

export function GET(): Promise<Response> {
  return answerRead(async () => lastNumbers(await currentUser()));
}
