'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { listFields } from '../customer-fields/queries.ts';
import { beginImport, discardImport, resumeImport, saveSettings, stopImport } from './import-store.ts';
import { guessColumns, type ImportPreview, previewImport } from './preview.ts';
import { findImport } from './queries.ts';
import { ImportId, PreviewImport, settingsProblem, WithSettings } from './settings.ts';
import { wakeImports } from './wake.ts';

/** What the first lines would become, read like this; it is kept, so that a page left and opened again shows the same. */
export async function changeSettings(raw: unknown): Promise<ActionResult<ImportPreview>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = PreviewImport.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);

  const { importId, settings, guessesColumns } = input.data;
  if (!may(user, 'customer:import')) return refused('notAllowed');
  const row = await findImport(importId);
  if (!row?.file) return refused('notFound');

  const own = await listFields();
  const guessed = await guessColumns(row.file, settings, own, settings.hasHeader);
  const chosen = guessesColumns ? guessed : { ...settings, header: guessed.header };
  if (!(await saveSettings(importId, chosen))) return refused('changedMeanwhile');
  return doneWith(await previewImport(row.file, chosen, own, now()));
}

export async function startImport(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = WithSettings.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:import')) return refused('notAllowed');
  const { importId, settings } = input.data;
  if (settingsProblem(settings)) return refused('invalid');

  const row = await findImport(importId);
  if (!row?.file) return refused('notFound');
  const { header } = await guessColumns(row.file, settings, await listFields(), settings.hasHeader);
  if (!(await beginImport(importId, { ...settings, header }))) return refused('changedMeanwhile');

  wakeImports();
  revalidatePath('/customers/import');
  return done;
}

export async function stopRunningImport(raw: unknown): Promise<ActionResult> {
  return changeState(raw, (importId) => stopImport(importId, now()));
}

export async function resumeStoppedImport(raw: unknown): Promise<ActionResult> {
  const answer = await changeState(raw, resumeImport);
  if (answer.ok) wakeImports();
  return answer;
}

export async function discardUploadedImport(raw: unknown): Promise<ActionResult> {
  return changeState(raw, discardImport);
}

async function changeState(raw: unknown, change: (importId: string) => Promise<boolean>): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const importId = ImportId.safeParse(raw);
  if (!importId.success) return refused('invalid', importId.error);
  if (!may(user, 'customer:import')) return refused('notAllowed');
  if (!(await change(importId.data))) return refused('changedMeanwhile');

  revalidatePath('/customers/import');
  return done;
}
