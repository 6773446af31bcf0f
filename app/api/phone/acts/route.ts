import { currentUser } from '@/lib/auth/session';
import { actOnPhone } from '@/lib/softphone/acts';
import { receiveAct } from '@/lib/softphone/receive-act';

// A route and no server action: a page sends its actions one after the other, and a call waits for no save.
export function POST(request: Request): Promise<Response> {
  return receiveAct(request, { currentUser, actOnPhone });
}
