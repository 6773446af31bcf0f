import { openAccount } from '@/lib/asterisk/open-account';
import { currentUser } from '@/lib/auth/session';
import { receiveAct } from '@/lib/doors/receive-act';

// POST, although it only reads: what it answers is a secret that no link, image or cache may fetch.
export function POST(request: Request): Promise<Response> {
  return receiveAct(request, { currentUser, act: openAccount });
}
