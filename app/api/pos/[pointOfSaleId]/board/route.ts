import { currentUser } from '@/lib/auth/session';
import { answerRead } from '@/lib/doors/answer';
import { openBoard } from '@/lib/points-of-sale/board-acts';

type Context = { params: Promise<{ pointOfSaleId: string }> };

// A route and no server action: a board asks often, and must not wait behind what is pressed.
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { pointOfSaleId } = await params;
  return answerRead(async () => openBoard(await currentUser(), pointOfSaleId));
}
