'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { ChangeMissedCallSettings } from './settings-schema.ts';
import { readSettingsWithLines, type StoredSettings, storeMissedCallSettings } from './settings-store.ts';

/** Sets how missed calls are dealt with (S2.23). A conflict changes nothing. */
export async function changeMissedCallSettings(raw: unknown): Promise<ActionResult<StoredSettings>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeMissedCallSettings.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call-settings:edit')) return refused('notAllowed');
  if ((await storeMissedCallSettings(input.data, user.id)) === 'conflict') return refused('conflict');

  revalidatePath('/admin/calls');
  return doneWith(await readSettingsWithLines());
}

/** What stands there now, for an admin whom a colleague was faster than. */
export async function readCurrentMissedCallSettings(): Promise<ActionResult<StoredSettings>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'call-settings:edit')) return refused('notAllowed');
  return doneWith(await readSettingsWithLines());
}
