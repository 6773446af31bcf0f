import { currentUser } from '@/lib/auth/session';
import { receiveAct } from '@/lib/doors/receive-act';
import { actOnPhone } from '@/lib/phone-acts/act-on-phone';

// A route and no server action: a page sends its actions one after the other, and a call waits for no save.
export function POST(request: Request): Promise<Response> {
  return receiveAct(request, { currentUser, act: actOnPhone });
}
