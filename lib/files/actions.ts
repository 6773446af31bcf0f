'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { callViewer } from '../calls/visible-calls.ts';
import { now } from '../clock.ts';
import type { CreatedKey, Page } from '../page.ts';
import { publish } from '../realtime/publish.ts';
import { putPhotoBack, removePhoto } from './photo-store.ts';
import { type FileRow, findDeletedFile, findFile, listFilesOfCustomer } from './queries.ts';
import { FileId, MoreFiles } from './schema.ts';
import { putFileBack, removeFile } from './store.ts';

/** The files of a customer before those that are shown. */
export async function moreFiles(raw: unknown): Promise<ActionResult<Page<FileRow, CreatedKey>>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MoreFiles.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:read')) return refused('notAllowed');

  return doneWith(await listFilesOfCustomer(input.data.customerId, callViewer(user), input.data.after));
}

/** Deletes a file of a customer or a note. `restoreFile` takes it back. */
export async function deleteFile(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const id = FileId.safeParse(raw);
  if (!id.success) return refused('invalid', id.error);

  const file = may(user, 'customer:read') ? await findFile(id.data, callViewer(user)) : null;
  if (!file) return refused('notFound');
  if (!may(user, 'customer:edit')) return refused('notAllowed');
  if (!(await removeFile(file.id, { userId: user.id, at: now() }))) return refused('notFound');

  tell(file.customerId ?? file.note?.customerId ?? null);
  return done;
}

export async function restoreFile(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const id = FileId.safeParse(raw);
  if (!id.success) return refused('invalid', id.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const file = await findDeletedFile(id.data, callViewer(user));
  if (!file || !(await putFileBack(id.data, { userId: user.id }))) return refused('notFound');

  tell(file.customerId);
  return done;
}

/** Takes a customer's photo away; answers which it was, for `restorePhoto`. */
export async function deletePhoto(raw: unknown): Promise<ActionResult<{ photoId: string }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const customerId = FileId.safeParse(raw);
  if (!customerId.success) return refused('invalid', customerId.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const photoId = await removePhoto(customerId.data, { userId: user.id, at: now() });
  if (!photoId) return refused('notFound');

  tell(customerId.data);
  return doneWith({ photoId });
}

export async function restorePhoto(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const photoId = FileId.safeParse(raw);
  if (!photoId.success) return refused('invalid', photoId.error);
  if (!may(user, 'customer:edit')) return refused('notAllowed');

  const customerId = await putPhotoBack(photoId.data, { userId: user.id });
  if (!customerId) return refused('notFound');

  tell(customerId);
  return done;
}

function tell(customerId: string | null): void {
  if (!customerId) return;
  publish('deliveries', 'customer:changed', { customerId });
  revalidatePath(`/customers/${customerId}`);
}
