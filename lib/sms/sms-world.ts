import { randomUUID } from 'node:crypto';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { historyOfMissedCall } from '../missed-calls/history-queries.ts';
import { seal } from '../pbx/vault.ts';
import { deliverSms } from './deliver.ts';
import { storeSms } from './store.ts';
import { type Answering, buildAccess, postNear, startProvider } from './testing.ts';
import type { SmsAccess, SmsPost } from './types.ts';

export const BEGIN = new Date('2026-11-28T10:00:00Z');
export const after = (seconds: number) => new Date(BEGIN.getTime() + seconds * 1_000);

/** A PBX with two operators, a provider of SMS that listens, and what one does with them all the time. */
export type SmsWorld = Awaited<ReturnType<typeof createSmsWorld>>;

export async function createSmsWorld() {
  const world = await createPbxWorld();
  let provider: Awaited<ReturnType<typeof startProvider>> | undefined;

  async function miss(from = uniqueNumber(), at = BEGIN.getTime() - 600_000): Promise<{ id: string; e164: string }> {
    const { offered, end } = buildCallEvents(from, world.line.e164, randomUUID(), at);
    await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
    const { id } = await db.missedCall.findFirstOrThrow({ where: { callerE164: from }, orderBy: { lastMissedAt: 'desc' } });
    return { id, e164: from };
  }

  return {
    ...world,
    miss,

    async getThrough(from: string, at: Date) {
      const { offered, ring, answer, end } = buildCallEvents(from, world.line.e164, randomUUID(), at.getTime());
      await recordEvents(world.source, randomUUID(), parsed(offered, ring('101'), answer('101'), end(60)));
    },

    async setUp(access: Partial<SmsAccess>, answering: Answering) {
      provider?.stop();
      provider = await startProvider(answering);
      const { secret, reportSecret, ...plain } = buildAccess({ url: provider.url, ...access });
      const row = { ...plain, sealedSecret: seal(secret), sealedReportSecret: seal(reportSecret) };
      await db.smsSettings.upsert({ where: { id: 1 }, create: row, update: row });
      return provider.heard;
    },

    send: ({ id: missedCallId, e164: toE164 }: { id: string; e164: string }, id = randomUUID(), byId = world.olga.id) =>
      storeSms({ id, missedCallId, toE164, text: 'Please call us back.', byId, queuedAt: BEGIN }).then((outcome) => ({
        id,
        outcome,
      })),

    deliver: (at = BEGIN, post: SmsPost = postNear) =>
      deliverSms({ now: () => at, post, random: () => 1, publicUrl: 'https://desk.example.com' }),

    /** The oldest first. */
    told: async (missedCallId: string) =>
      ((await historyOfMissedCall(missedCallId, { chainIds: null })) ?? [])
        .map(({ type, details }) => details.cause ?? details.reason ?? type)
        .reverse(),

    hideAfterSms: (hidesAfterSms: boolean) =>
      db.missedCallSettings.upsert({ where: { id: 1 }, create: { hidesAfterSms }, update: { hidesAfterSms } }),

    stop: () => provider?.stop(),
  };
}

export const taken = (id: string) => () => ({ status: 200, body: { id } });
