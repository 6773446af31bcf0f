import { currentUser } from '@/lib/auth/session';
import { receiveUpload } from '@/lib/files/receive-upload';
import { serveFile } from '@/lib/files/serve';
import { uploadFile } from '@/lib/files/upload';

type Context = { params: Promise<{ id: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return serveFile({ id: (await params).id, currentUser });
}

// A route and no server action: an action holds all of a body in memory, and tells nobody how far it is.
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return receiveUpload(request, { currentUser, store: (user) => uploadFile(user, id, request) });
}
