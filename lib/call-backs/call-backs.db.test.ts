import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createLine } from '../../prisma/factories/pbx.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { historyOfMissedCall } from '../missed-calls/history-queries.ts';
import { verifyChain } from '../missed-calls/verify.ts';
import type { PbxEventInput } from '../pbx/envelope.ts';
import { type Overheard, overhear } from '../realtime/overheard.ts';
import { endIfUndialled, undialledCallBacks } from './end-undialled.ts';
import { releaseLeases, renewLeases } from './lease.ts';
import { liveCallBacks } from './queries.ts';
import { takeCallBack } from './take.ts';

const ALL = { chainIds: null };
const SECOND_MS = 1_000;
let world: Awaited<ReturnType<typeof createPbxWorld>>;
let heard: Overheard[];
let caller: string;
let begin: number;
const at = (second: number) => new Date(begin + second * SECOND_MS);

beforeEach(async () => {
  world = await createPbxWorld();
  caller = uniqueNumber();
  begin = Date.now() - 600 * SECOND_MS;
  heard = overhear();
  await misses(0);
});

const post = (...events: PbxEventInput[]) => recordEvents(world.source, randomUUID(), parsed(...events));
async function misses(second: number, line = world.line.e164) {
  const { offered, ring, end } = buildCallEvents(caller, line, randomUUID(), begin + second * SECOND_MS);
  await post(offered, ring('101'), end(20));
}

/** A call that a device dialled, as a PBX tells of it. */
function dialled(second: number, extension = '101', to = caller) {
  const callId = randomUUID();
  const told = (after: number) => ({ occurredAt: at(second + after).toISOString() });
  const events = {
    start: {
      type: 'call.offered',
      ...told(0),
      call: { callId, direction: 'outbound', extension, to: { number: to } },
    } satisfies PbxEventInput,
    answer: { type: 'call.answered', ...told(4), call: { callId, extension } } satisfies PbxEventInput,
    end: (cause: 'completed' | 'busy' = 'completed'): PbxEventInput => ({
      type: 'call.ended',
      ...told(34),
      call: { callId },
      end: { cause, by: 'caller' },
    }),
  };
  return events;
}

const rowOf = (lineId = world.line.id) =>
  db.missedCall.findFirstOrThrow({ where: { callerE164: caller, chain: { lineId } }, orderBy: { lastMissedAt: 'desc' } });
async function take(second: number, user = world.olga, missedCallId?: string) {
  const asked = { id: randomUUID(), missedCallId: missedCallId ?? (await rowOf()).id, user };
  return takeCallBack(asked, ALL, at(second));
}
const shown = async (second: number) => (await liveCallBacks([caller], at(second))).get(caller);
async function historyOf(id?: string) {
  const history = await historyOfMissedCall(id ?? (await rowOf()).id, ALL);
  return history?.map(({ type, by, details }) => [type, by, details.cause ?? details.reason ?? details.talkSeconds]);
}

describe('a call back', () => {
  test('[S2.19] [S2.22] that is answered is in the history with who and how long, and takes the row off the list', async () => {
    expect(await take(60)).toMatchObject({ kind: 'taken', number: caller });
    const { start, answer, end } = dialled(62);
    await post(start, answer);
    expect(await rowOf()).toMatchObject({ state: 'listed', attempts: 1, lastStatus: 'none' });

    await post(end());
    expect(await rowOf()).toMatchObject({ state: 'hidden', removalReason: 'called_back', lastStatus: 'reached' });
    expect(await historyOf()).toEqual([
      ['removed', null, 'called_back'],
      ['called', 'Olga Operator', 30],
      ['missed', null, undefined],
    ]);
  });

  test('[S2.25] that is not answered leaves the row, with why', async () => {
    await take(60);
    const { start, end } = dialled(62);
    await post(start, end('busy'));
    expect(await rowOf()).toMatchObject({ state: 'listed', attempts: 1, lastStatus: 'not_reached' });
    expect((await historyOf())?.[0]).toEqual(['called', 'Olga Operator', 'busy']);
  });

  test('[S2.19] is only what was begun from the row: a call from the dialler, or a colleague’s, is none', async () => {
    const own = dialled(30);
    await post(own.start, own.answer, own.end());
    await take(400);
    const colleagues = dialled(402, '102');
    await post(colleagues.start, colleagues.answer, colleagues.end());
    const other = dialled(403, '101', uniqueNumber());
    await post(other.start, other.answer, other.end());
    expect(await rowOf()).toMatchObject({ state: 'listed', lastStatus: 'none' });
    expect(await historyOf()).toEqual([
      ['called', 'Olga Operator', undefined],
      ['missed', null, undefined],
    ]);
  });

  test('[S2.19] is not a call that was dialled by hand before, whatever is heard of that later', async () => {
    const byHand = dialled(30);
    await post(byHand.start);
    await take(300);
    await post(byHand.answer, byHand.end());
    expect(await rowOf()).toMatchObject({ state: 'listed', lastStatus: 'none' });
    const { start, end } = dialled(302);
    await post(start, end('busy'));
    expect(await rowOf()).toMatchObject({ state: 'listed', lastStatus: 'not_reached' });
  });

  test('is known by its number also where that is told after the call began', async () => {
    await take(60);
    const { start, answer, end } = dialled(62);
    await post({ ...start, call: { ...start.call, to: undefined } });
    await post({ ...start, type: 'call.queued', occurredAt: at(63).toISOString() }, answer, end());
    expect(await rowOf()).toMatchObject({ state: 'hidden', lastStatus: 'reached' });
  });

  test('ends with its call, also where nobody has that extension any more', async () => {
    await take(60);
    const { start, answer, end } = dialled(62);
    await post(start, answer);
    await db.pbxAccount.deleteMany({ where: { userId: world.olga.id } });
    await post(end());
    expect(await rowOf()).toMatchObject({ state: 'hidden', lastStatus: 'reached' });
    expect(await db.callBack.count({ where: { callerE164: caller, endedAt: null } })).toBe(0);
  });

  test('[S2.23] leaves the row where an admin said so, and says that it was reached', async () => {
    await db.missedCallSettings.upsert({
      where: { id: 1 },
      create: { id: 1, hidesCalledBack: false },
      update: { hidesCalledBack: false },
    });
    await take(60);
    const { start, answer, end } = dialled(62);
    await post(start, answer, end());
    await db.missedCallSettings.delete({ where: { id: 1 } });
    expect(await rowOf()).toMatchObject({ state: 'listed', lastStatus: 'reached' });
  });

  test('[S2.14b] is told on every line, and clears all of the caller’s rows, those of a miss meanwhile too', async () => {
    const other = await createLine(db, { connectionId: world.source.id });
    const third = await createLine(db, { connectionId: world.source.id });
    await misses(10, other.e164);
    await take(60);
    const { start, answer, end } = dialled(62);
    await post(start);
    await misses(63, third.e164);
    await post(answer, end());
    for (const lineId of [world.line.id, other.id, third.id]) {
      expect(await rowOf(lineId)).toMatchObject({
        state: 'hidden',
        removalReason: 'called_back',
        lastStatus: 'reached',
        attempts: 1,
      });
      const chain = await db.ledgerChain.findFirstOrThrow({ where: { lineId } });
      expect(await verifyChain(chain.id)).toMatchObject({ ok: true });
    }
  });

  test('[S2.17] does not clear a miss of after it was answered', async () => {
    await take(60);
    const { start, answer, end } = dialled(62);
    await post(start, answer);
    await misses(80);
    await post(end());
    expect(await rowOf()).toMatchObject({ state: 'listed', misses: 2, lastStatus: 'reached' });
  });

  test('[R3] that turns out answered after all is told anew', async () => {
    await take(60);
    const { start, answer, end } = dialled(62);
    await post(start, end('busy'));
    await post(answer);
    expect(await rowOf()).toMatchObject({ state: 'hidden', removalReason: 'called_back', lastStatus: 'reached', attempts: 1 });
  });

  test('of a row that was taken off the list meanwhile still has its result', async () => {
    const { id } = await rowOf();
    await take(60);
    const { start, answer, end } = dialled(62);
    const through = buildCallEvents(caller, world.line.e164, randomUUID(), begin + 63 * SECOND_MS);
    await post(start);
    await post(through.offered, through.ring('102'), through.answer('102'), through.end());
    await post(answer, end());
    expect(await db.missedCall.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'hidden',
      removalReason: 'got_through',
      lastStatus: 'reached',
    });
  });

  test('whose phone never dials is over after a minute, and says so', async () => {
    const taken = await take(60);
    const id = taken.kind === 'taken' ? taken.callBack.id : '';
    expect(await undialledCallBacks(at(100))).not.toContain(id);
    expect(await undialledCallBacks(at(121))).toContain(id);
    await endIfUndialled(id, at(121));
    expect(await endIfUndialled(id, at(122))).toBeNull();
    expect(await rowOf()).toMatchObject({ lastStatus: 'not_reached' });
    expect((await historyOf())?.[0]).toEqual(['called', 'Olga Operator', 'not_dialled']);
  });
});

describe('the lease', () => {
  test('a second person cannot call the same caller, from whichever row, until the call is over', async () => {
    const other = await createLine(db, { connectionId: world.source.id });
    await misses(10, other.e164);
    await take(60);
    expect(await take(61, world.oskar, (await rowOf(other.id)).id)).toEqual({
      kind: 'held',
      byName: 'Olga Operator',
      isOwn: false,
    });
    expect(await shown(61)).toMatchObject({ by: { id: world.olga.id, name: 'Olga Operator' }, answeredAt: null });

    const { start, answer, end } = dialled(62);
    await post(start, answer);
    expect(await shown(70)).toMatchObject({ answeredAt: at(66).toISOString() });
    expect(await take(70)).toMatchObject({ kind: 'held', isOwn: true });
    await post(end('completed'));
    expect(await shown(97)).toBeUndefined();
    expect(await take(98, world.oskar)).toMatchObject({ kind: 'taken' });
  });

  test('[R9] of ten who press in the same instant one gets the caller', async () => {
    const { id } = await rowOf();
    const users = [world.olga, world.oskar];
    const taken = await Promise.all(Array.from({ length: 10 }, (_, each) => take(60, users[each % 2] ?? world.olga, id)));
    const open = await db.callBack.findMany({ where: { callerE164: caller, endedAt: null } });
    expect(open).toHaveLength(1);
    expect(taken.some((each) => each.kind === 'held')).toBe(true);
  });

  test('asked again after a lost answer it is the same attempt', async () => {
    const asked = { id: randomUUID(), missedCallId: (await rowOf()).id, user: world.olga };
    await takeCallBack(asked, ALL, at(60));
    expect(await takeCallBack(asked, ALL, at(61))).toMatchObject({ kind: 'taken', number: caller, changed: [] });
    expect(await rowOf()).toMatchObject({ attempts: 1 });
  });

  test('asked again once it is over, or for another row, it is none: whoever asks begins another', async () => {
    const other = await createLine(db, { connectionId: world.source.id });
    await misses(10, other.e164);
    const asked = { id: randomUUID(), missedCallId: (await rowOf()).id, user: world.olga };
    await takeCallBack(asked, ALL, at(60));
    expect(await takeCallBack({ ...asked, user: world.oskar }, ALL, at(61))).toEqual({ kind: 'used' });
    await endIfUndialled(asked.id, at(121));
    expect(await takeCallBack(asked, ALL, at(122))).toEqual({ kind: 'used' });
  });

  test('ends when its holder’s desk is closed, or is not heard of any more; while it is open it goes on', async () => {
    await take(60);
    const { start } = dialled(62);
    await post(start);
    await renewLeases([world.olga.id], at(180));
    expect(await take(250, world.oskar)).toMatchObject({ kind: 'held' });
    expect(await shown(340)).toBeUndefined();
    expect(await take(340, world.oskar)).toMatchObject({ kind: 'taken' });
    await releaseLeases(world.oskar.id);
    expect(await take(341)).toMatchObject({ kind: 'taken' });
  });

  test('is told at once to those who may see the row', async () => {
    await take(60);
    heard.length = 0;
    const { start, answer } = dialled(62);
    await post(start, answer);
    await expect.poll(() => heard.map(({ name }) => name)).toContain('call-back:changed');
    const told = heard.find((each) => each.name === 'call-back:changed');
    expect(told).toMatchObject({ rooms: [`line:${world.line.id}`, 'supervisors'] });
    expect(told?.facts[0]).toMatchObject({ missedCallId: (await rowOf()).id });
  });

  test('cannot be had of a withheld number, or of a row one may not see', async () => {
    const { offered, end } = buildCallEvents('anonymous', world.line.e164, randomUUID(), begin);
    await post(offered, end(20));
    const withheld = await db.missedCall.findFirstOrThrow({ where: { callerE164: null, chain: { lineId: world.line.id } } });
    expect(await take(60, world.olga, withheld.id)).toEqual({ kind: 'impossible' });
    const asked = { id: randomUUID(), missedCallId: (await rowOf()).id, user: world.olga };
    expect(await takeCallBack(asked, { chainIds: [] }, at(60))).toEqual({ kind: 'notFound' });
  });
});
