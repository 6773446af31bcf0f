import { currentUser } from '@/lib/auth/session';
import { receiveAct } from '@/lib/doors/receive-act';
import { actOnBoard } from '@/lib/points-of-sale/board-acts';

type Context = { params: Promise<{ pointOfSaleId: string }> };

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { pointOfSaleId } = await params;
  return receiveAct(request, { currentUser, act: (user, raw) => actOnBoard(user, pointOfSaleId, raw) });
}
