import { currentUser } from '@/lib/auth/session';
import { answerRead } from '@/lib/doors/answer';
import { transferTargets } from '@/lib/transfers/targets';

// A route and no server action: a transfer waits for no save (docs/decisions/0009).
export function GET(request: Request): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  return answerRead(async () => transferTargets(await currentUser(), asked));
}
