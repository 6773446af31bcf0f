import { afterEach, beforeEach, expect, test } from 'vitest';
import { db } from '../db/client.ts';
import { expireMails } from '../mail/expire.ts';
import { forgetSms } from './forget.ts';
import { after, createSmsWorld, type SmsWorld, taken } from './sms-world.ts';
import { storeSms } from './store.ts';

const DAY = 24 * 3_600;
let world: SmsWorld;

beforeEach(async () => {
  world = await createSmsWorld();
  await world.setUp({}, taken('m-1'));
});
afterEach(() => world.stop());

const textOf = async (id: string) => (await db.smsMessage.findUniqueOrThrow({ where: { id } })).text;

test('[S2.20] what was written is forgotten after ninety days, or with its missed call, but not while it waits', async () => {
  const [old, deleted, waiting] = [await world.miss(), await world.miss(), await world.miss()];
  const sent = [await world.send(old), await world.send(deleted)].map(({ id }) => id);
  await world.deliver();
  const { id: queued } = await world.send(waiting);
  await db.missedCall.update({ where: { id: deleted.id }, data: { state: 'deleted' } });

  await forgetSms(after(DAY));
  expect(await Promise.all(sent.map(textOf))).toEqual(['Please call us back.', '']);
  await forgetSms(after(91 * DAY));
  expect(await Promise.all([...sent, queued].map(textOf))).toEqual(['', '', 'Please call us back.']);
  expect(await world.told(old.id)).toEqual(['missed', 'sms_sent']);
});

test('nothing is left to who was erased, or whose missed call was deleted for good, since the dialog was opened', async () => {
  const [erased, deleted] = [await world.miss(), await world.miss()];
  const message = (missedCallId: string) => ({
    id: crypto.randomUUID(),
    missedCallId,
    text: 'Hello',
    byId: world.olga.id,
    queuedAt: after(0),
  });
  const numberOf = async (id: string) => (await db.missedCall.findUniqueOrThrow({ where: { id } })).callerE164 ?? '';
  const [first, second] = [await numberOf(erased.id), await numberOf(deleted.id)];
  await db.missedCall.update({ where: { id: erased.id }, data: { callerE164: null } });
  await db.missedCall.update({ where: { id: deleted.id }, data: { state: 'deleted' } });
  expect(await storeSms({ ...message(erased.id), toE164: first })).toBe('gone');
  expect(await storeSms({ ...message(deleted.id), toE164: second })).toBe('gone');
  expect(await db.smsMessage.count({ where: { missedCallId: { in: [erased.id, deleted.id] } } })).toBe(0);
});

test('[S2.13] notices that nobody mailed, and mails of a month ago, go', async () => {
  const missed = await world.miss();
  const { chainId } = await db.missedCall.findUniqueOrThrow({ where: { id: missed.id } });
  const notice = { userId: world.olga.id, chainId, missedCallId: missed.id, missedAt: after(0), misses: 1 };
  await db.missedCallNotice.create({ data: notice });
  const mail = { id: crypto.randomUUID(), userId: world.olga.id, chainId, queuedAt: after(0), state: 'sent' as const };
  await db.missedCallMail.create({ data: { ...mail, notices: { create: { ...notice } } } });

  await expireMails(after(2 * DAY));
  expect(await db.missedCallNotice.findMany({ where: { userId: world.olga.id } })).toMatchObject([{ mailId: mail.id }]);
  await expireMails(after(31 * DAY));
  expect(await db.missedCallNotice.count({ where: { userId: world.olga.id } })).toBe(0);
});
