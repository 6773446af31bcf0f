import { currentUser } from '@/lib/auth/session';
import { receiveUpload } from '@/lib/files/receive-upload';
import { servePhoto } from '@/lib/files/serve';
import { uploadPhoto } from '@/lib/files/upload';

type Context = { params: Promise<{ id: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  return servePhoto({ id: (await params).id, currentUser });
}

export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return receiveUpload(request, { currentUser, store: (user) => uploadPhoto(user, id, request) });
}
