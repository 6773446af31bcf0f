import { randomBytes } from 'node:crypto';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import { isMissing, isTaken } from '../db/violations.ts';
import { seal } from '../pbx/vault.ts';
import { MAX_TEMPLATES } from './limits.ts';
import type { SaveTemplate, SmsSettingsInput } from './settings-schema.ts';

export type SaveOutcome = { kind: 'saved'; version: number } | { kind: 'changedMeanwhile' | 'secretMissing' | 'secretAgain' };

const subject = { subjectType: 'messages', subjectId: null } as const;

/** As a whole, if nobody changed it since the form was opened. */
export function storeSmsSettings(settings: SmsSettingsInput, version: number, { userId }: Actor): Promise<SaveOutcome> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`
      insert into "SmsSettings" (id, "sealedReportSecret", version) values (1, ${seal(randomBytes(24).toString('base64url'))}, 0) on conflict do nothing`;
    await tx.$queryRaw`select 1 from "SmsSettings" where id = 1 for update`;
    const stored = await tx.smsSettings.findUniqueOrThrow({ where: { id: 1 } });
    if (stored.version !== version) return { kind: 'changedMeanwhile' };

    const fault = settings.provider === 'none' ? null : secretFault(settings, stored);
    if (fault) return { kind: fault };
    const next = version + 1;
    await tx.smsSettings.update({
      where: { id: 1 },
      data: { ...columnsOf(settings, stored.provider), version: next },
      select: { id: true },
    });
    const details = { provider: settings.provider, ...('secret' in settings && settings.secret && { isSecretChanged: true }) };
    await recordAudit(tx, { userId, action: 'messages.changed', ...subject, details });
    return { kind: 'saved', version: next };
  });
}

/** As it is stored. What a provider does not need goes, the secret of another provider first of all. */
function columnsOf(settings: SmsSettingsInput, providerBefore: string | null) {
  const none = { sender: '', accountSid: '', url: '', body: '', secretHeader: 'Authorization', idPath: '', dropsRepeats: false };
  if (settings.provider === 'none') return { ...none, provider: null, sealedSecret: null };
  const { secret, ...typed } = settings;
  const isOthers = settings.provider !== providerBefore;
  return { ...none, ...typed, ...(secret ? { sealedSecret: seal(secret) } : isOthers && { sealedSecret: null }) };
}

type Place = { provider: string | null; url: string; accountSid: string; secretHeader: string };

/**
 * The stored secret is only ever sent where it was meant for: whoever typed another address could otherwise have it sent to themselves, and so
 * read what is written only. An HTTP service may do without one.
 */
function secretFault(
  typed: Exclude<SmsSettingsInput, { provider: 'none' }>,
  stored: Place & { sealedSecret: string | null },
): 'secretMissing' | 'secretAgain' | null {
  if (typed.secret) return null;
  if (stored.sealedSecret === null || typed.provider !== stored.provider)
    return typed.provider === 'http' ? null : 'secretMissing';
  const isSamePlace =
    typed.url === stored.url &&
    (typed.provider !== 'twilio' || typed.accountSid === stored.accountSid) &&
    (typed.provider !== 'http' || typed.secretHeader === stored.secretHeader);
  return isSamePlace ? null : 'secretAgain';
}

export type TemplateOutcome = 'stored' | 'nameTaken' | 'tooMany';

/** Adds one, or changes it where there is one with its id. */
export async function storeTemplate({ templateId: id, name, text }: SaveTemplate, { userId }: Actor): Promise<TemplateOutcome> {
  try {
    return await db.$transaction(async (tx) => {
      const isNew = (await tx.smsTemplate.findUnique({ where: { id }, select: { id: true } })) === null;
      if (isNew && (await tx.smsTemplate.count()) >= MAX_TEMPLATES) return 'tooMany';
      await tx.smsTemplate.upsert({ where: { id }, create: { id, name, text }, update: { name, text }, select: { id: true } });
      await recordAudit(tx, { userId, action: 'messages.changed', ...subject, details: { template: name } });
      return 'stored';
    });
  } catch (error) {
    if (isTaken(error)) return 'nameTaken';
    throw error;
  }
}

/** What was written with it stays as it is. False where it is gone already. */
export async function removeTemplate(id: string, { userId }: Actor): Promise<boolean> {
  try {
    await db.$transaction(async (tx) => {
      const { name } = await tx.smsTemplate.delete({ where: { id }, select: { name: true } });
      await recordAudit(tx, { userId, action: 'messages.changed', ...subject, details: { removedTemplate: name } });
    });
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
