'use server';

import { randomUUID } from 'node:crypto';
import { createTranslator } from 'next-intl';
import { z } from 'zod';
import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { LANGUAGES, languageOf } from '../i18n/languages.ts';
import { organisation } from '../organisation/queries.ts';
import type { MailCause } from './causes.ts';
import { escapeHtml } from './escape-html.ts';
import { isMailSetUp, sendMail } from './smtp.ts';
import { readMailSwitch, storeMailSwitch } from './switch.ts';

/** One's own e-mail of missed calls (S2.13). */
export type MailSwitch = { isOn: boolean; email: string; isSetUp: boolean };

export async function readMailSettings(): Promise<ActionResult<MailSwitch>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'missed-call:read')) return refused('notAllowed');
  return doneWith({ isOn: await readMailSwitch(user.id), email: user.email, isSetUp: isMailSetUp() });
}

const SwitchMail = z.object({ isOn: z.boolean() });

export async function switchMail(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SwitchMail.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:read')) return refused('notAllowed');

  await storeMailSwitch(user.id, input.data.isOn);
  return done;
}

/** To oneself, now, to see whether SMTP_URL is right. */
export async function sendTestMail(): Promise<ActionResult<{ cause: MailCause | null }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'messages:edit')) return refused('notAllowed');
  if (!isMailSetUp()) return refused('mailNotSetUp');

  const language = languageOf(user.language, (await organisation()).language);
  const t = createTranslator({ locale: language, messages: await LANGUAGES[language](), namespace: 'mails' });
  const text = t('testText');
  const html = `<p>${escapeHtml(text)}</p>`;
  const outcome = await sendMail({ id: randomUUID(), to: user.email, subject: t('testSubject'), text, html });
  return doneWith({ cause: outcome.kind === 'sent' ? null : outcome.cause });
}
