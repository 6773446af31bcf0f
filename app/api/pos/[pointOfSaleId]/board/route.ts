import { currentUser } from '@/lib/auth/session';
import { openBoard } from '@/lib/board/acts';
import { answerRead } from '@/lib/doors/answer';

type Context = { params: Promise<{ pointOfSaleId: string }> };

// A route and no server action: a board asks often, and must not wait behind what is pressed.
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { pointOfSaleId } = await params;
  return answerRead(async () => openBoard(await currentUser(), pointOfSaleId));
}
