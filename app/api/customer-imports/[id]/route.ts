import { currentUser } from '@/lib/auth/session';
import { answerProgress } from '@/lib/customer-import/answer-progress';
import { uploadImport } from '@/lib/customer-import/upload';
import { answerRead } from '@/lib/doors/answer';
import { receiveUpload } from '@/lib/files/receive-upload';

type Context = { params: Promise<{ id: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return answerRead(async () => answerProgress(await currentUser(), id));
}

// A route and no server action: an action holds all of a body in memory.
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return receiveUpload(request, { currentUser, store: (user) => uploadImport(user, id, request) });
}
