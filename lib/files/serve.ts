import { refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { callViewer } from '../calls/visible-calls.ts';
import { respond } from '../doors/answer.ts';
import { log } from '../log.ts';
import { streamFile } from './chunk-store.ts';
import { attachmentNamed } from './content-disposition.ts';
import { findFile, findPhoto, type ServedFile } from './queries.ts';
import { FileId } from './schema.ts';

const PHOTO_SECONDS = 24 * 60 * 60;

type Asked = { id: string; currentUser: () => Promise<SignedInUser | null> };

/** A file to save, for who may see whose it is (R34). It is never shown as a page of ours, whatever is inside. */
export function serveFile({ id, currentUser }: Asked): Promise<Response> {
  return serve(currentUser, async (user) => {
    const fileId = FileId.safeParse(id);
    const file = fileId.success && may(user, 'customer:read') ? await findFile(fileId.data, callViewer(user)) : null;
    // Asked for again each time: a file may be deleted, and a right taken back.
    return file && { file, headers: { 'content-disposition': attachmentNamed(file.name), 'cache-control': 'private, no-cache' } };
  });
}

/** A photo to show, as it was uploaded (S1.13). A new photo has a new id, so a browser need not ask again. */
export function servePhoto({ id, currentUser }: Asked): Promise<Response> {
  return serve(currentUser, async (user) => {
    const photoId = FileId.safeParse(id);
    const file = photoId.success && may(user, 'customer:read') ? await findPhoto(photoId.data) : null;
    // Kept apart for each session: who signs in here later does not inherit it.
    const headers = { 'cache-control': `private, max-age=${PHOTO_SECONDS}, immutable`, vary: 'Cookie' };
    return file && { file, headers: { 'content-disposition': 'inline', ...headers } };
  });
}

type Served = { file: ServedFile; headers: Record<string, string> };

async function serve(
  currentUser: () => Promise<SignedInUser | null>,
  find: (user: SignedInUser) => Promise<Served | null>,
): Promise<Response> {
  try {
    const user = await currentUser();
    if (!user) return respond(refused('signedOut'));
    const served = await find(user);
    if (!served) return respond(refused('notFound'));

    const { id, mediaType, bytes } = served.file;
    return new Response(streamFile(id, bytes), {
      headers: {
        ...served.headers,
        'content-type': mediaType,
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      },
    });
  } catch (error) {
    log.error({ err: error }, 'A file could not be served.');
    return respond(refused('unavailable'));
  }
}
