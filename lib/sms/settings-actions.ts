'use server';

import { randomUUID } from 'node:crypto';
import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, refused, refusedIn } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { env } from '../env.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { readNumber } from '../phone-number.ts';
import type { SmsCause } from './causes.ts';
import { sendTestMessage } from './send-test.ts';
import { OneTemplate, SaveSmsSettings, SaveTemplate, TestSms } from './settings-schema.ts';
import { removeTemplate, storeSmsSettings, storeTemplate } from './settings-store.ts';

/** Answers with the version that the settings have now. */
export async function saveSmsSettings(raw: unknown): Promise<ActionResult<{ version: number }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SaveSmsSettings.safeParse(raw);
  if (!input.success) return refusedIn('settings', input.error);
  if (!may(user, 'messages:edit')) return refused('notAllowed');

  const outcome = await storeSmsSettings(input.data.settings, input.data.version, { userId: user.id, at: now() });
  switch (outcome.kind) {
    case 'changedMeanwhile':
      return refused('changedMeanwhile');
    case 'secretMissing':
    case 'secretAgain':
      return { ...refused('invalid'), fields: { secret: outcome.kind } };
    case 'saved':
      revalidatePath('/admin/messages');
      return doneWith({ version: outcome.version });
  }
}

/** Hands one message to the provider as the settings are stored, and says what it answered. Nothing of it is kept. */
export async function sendTestSms(raw: unknown): Promise<ActionResult<{ cause: SmsCause | null }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = TestSms.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'messages:edit')) return refused('notAllowed');

  const number = readNumber(input.data.to, await numberCountry());
  if (number.kind !== 'number') return { ...refused('invalid'), fields: { to: 'numberInvalid' } };
  const outcome = await sendTestMessage({ id: randomUUID(), to: number.e164, text: input.data.text }, env.publicUrl);
  if (!outcome) return refused('smsNotSetUp');
  return doneWith({ cause: outcome.kind === 'taken' ? null : outcome.cause });
}

/** Adds a template, or changes it. */
export async function saveTemplate(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SaveTemplate.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'messages:edit')) return refused('notAllowed');

  const outcome = await storeTemplate(input.data, { userId: user.id, at: now() });
  if (outcome !== 'stored') return { ...refused('invalid'), fields: { name: outcome } };
  revalidatePath('/admin/messages');
  return done;
}

export async function deleteTemplate(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OneTemplate.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'messages:edit')) return refused('notAllowed');

  if (!(await removeTemplate(input.data.templateId, { userId: user.id, at: now() }))) return refused('notFound');
  revalidatePath('/admin/messages');
  return done;
}
