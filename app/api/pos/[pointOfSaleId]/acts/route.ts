import { currentUser } from '@/lib/auth/session';
import { actOnBoard } from '@/lib/board/acts';
import { receiveAct } from '@/lib/doors/receive-act';

type Context = { params: Promise<{ pointOfSaleId: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { pointOfSaleId } = await params;
  return receiveAct(request, { currentUser, act: (user, raw) => actOnBoard(user, pointOfSaleId, raw) });
}
