import { type ActionResult, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { callViewer } from '../calls/visible-calls.ts';
import { now } from '../clock.ts';
import { mayWriteNote } from '../notes/policy.ts';
import { findNote } from '../notes/queries.ts';
import { publish } from '../realtime/publish.ts';
import { receiveFile } from './receive-file.ts';
import { receivePhoto } from './receive-photo.ts';
import { requestBytes } from './request-bytes.ts';
import { type FileOwner, FileUpload, PhotoUpload } from './schema.ts';

type Stored = ActionResult<{ fileId: string }>;

/** Puts a file on a customer or a note (S2.35b). The body is read only once it is known that it may be. */
export async function uploadFile(user: SignedInUser, fileId: string, request: Request): Promise<Stored> {
  const { searchParams } = new URL(request.url);
  const asked = {
    fileId,
    name: searchParams.get('name'),
    customer: searchParams.get('customer'),
    note: searchParams.get('note'),
  };
  const input = FileUpload.safeParse(asked);
  if (!input.success) return refused('invalid', input.error);

  const owner = await ownerOf(user, input.data);
  if (!owner) return refused('notFound');
  if (!(owner.noteId ? mayWriteNote(user, owner) : may(user, 'customer:edit'))) return refused('notAllowed');

  const answer = await receiveFile(
    {
      fileId: input.data.fileId,
      name: input.data.name,
      owner,
      body: requestBytes(request),
      announcedBytes: announcedBytes(request),
    },
    { userId: user.id, at: now() },
  );
  if (answer.ok) tell(owner.customerId);
  return answer;
}

/** Puts a photo of a customer in the place of the one before. */
export async function uploadPhoto(user: SignedInUser, fileId: string, request: Request): Promise<Stored> {
  const { searchParams } = new URL(request.url);
  const input = PhotoUpload.safeParse({ fileId, name: searchParams.get('name'), customer: searchParams.get('customer') });
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const { name, customer: customerId } = input.data;
  const post = { headers: request.headers, body: requestBytes(request) };
  const answer = await receivePhoto({ fileId: input.data.fileId, name, customerId, post }, { userId: user.id, at: now() });
  if (answer.ok) tell(customerId);
  return answer;
}

async function ownerOf(user: SignedInUser, { customer, note }: FileUpload): Promise<FileOwner | null> {
  if (!may(user, 'customer:read')) return null;
  if (!note) return { customerId: customer, noteId: null, callId: null };

  const found = await findNote(note, callViewer(user));
  return found && { customerId: found.customerId, noteId: found.id, callId: found.callId };
}

function announcedBytes(request: Request): number | null {
  const said = request.headers.get('content-length');
  return said === null ? null : Number(said);
}

function tell(customerId: string | null): void {
  if (customerId) publish('deliveries', 'customer:changed', { customerId });
}
