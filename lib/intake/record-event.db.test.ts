import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { deskSnapshot } from '../desk/snapshot.ts';
import { type Overheard, overhear } from '../realtime/overheard.ts';
import { actOnCall, recordEvents } from './record-event.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let heard: Overheard[];
const realQuery = Client.prototype.query;

beforeEach(async () => {
  world = await createPbxWorld();
  heard = overhear();
});

const post = (...events: Parameters<typeof parsed>) => recordEvents(world.source, randomUUID(), parsed(...events));
const callOf = (pbxCallId: string) =>
  db.call.findFirstOrThrow({ where: { pbxCallId }, include: { legs: true }, orderBy: { generation: 'desc' } });

describe('recordEvents', () => {
  test('[S0.4] a ring reaches the operator whose device rings with the deliveries found, and no other', async () => {
    const number = uniqueNumber();
    const customer = await createCustomer(db, { name: 'Vera Lind', numbers: [number] });
    const delivery = await createDelivery(db, { status: 'cooking', phoneE164: number, customerId: customer.id });
    const { offered, ring } = buildCallEvents(number, world.line.e164);

    expect(await post(offered, ring('101'))).toEqual({ accepted: 2, duplicate: 0 });

    const rings = heard.filter((each) => each.name === 'call:ringing');
    expect(rings.map((each) => each.rooms)).toEqual([[`user:${world.olga.id}`]]);
    expect(rings[0]?.facts[0]).toMatchObject({
      phase: 'ringing',
      class: 'service',
      line: { id: world.line.id },
      number: { e164: number },
      card: {
        customers: [{ id: customer.id, name: 'Vera Lind' }],
        openDeliveries: [{ id: delivery.id, number: delivery.number }],
      },
    });
  });

  test('[R1] the same post again changes nothing and rings no second time', async () => {
    const { offered, ring } = buildCallEvents(uniqueNumber(), world.line.e164);
    const id = randomUUID();
    await recordEvents(world.source, id, parsed(offered, ring('101')));
    heard.length = 0;

    expect(await recordEvents(world.source, id, parsed(offered, ring('101')))).toEqual({ accepted: 0, duplicate: 2 });
    expect(heard).toEqual([]);
  });

  test('[R2] fifty of the same post at once leave one row, one ring and no error', async () => {
    const { callId, offered, ring } = buildCallEvents(uniqueNumber(), world.line.e164);
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => recordEvents(world.source, id, parsed(offered, ring('101')))),
    );

    expect(answers.filter((each) => each.accepted > 0)).toHaveLength(1);
    expect(await db.call.count({ where: { pbxCallId: callId } })).toBe(1);
    expect(await db.callEvent.count({ where: { pbxCallId: callId } })).toBe(2);
    expect(heard.filter((each) => each.name === 'call:ringing')).toHaveLength(1);
  });

  test('two first events of one call at once make one call', async () => {
    const { callId, offered, ring } = buildCallEvents(uniqueNumber(), world.line.e164);
    await Promise.all([post(offered), post(ring('101')), post(ring('102'))]);
    expect(await db.call.count({ where: { pbxCallId: callId } })).toBe(1);
    expect((await callOf(callId)).legs).toHaveLength(2);
  });

  test('[R3] hang-up before answer before ringing ends as answered, with no card left', async () => {
    const { callId, offered, ring, answer, end } = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(end());
    await post(answer('101'));
    await post(ring('101'));
    await post(offered);

    expect(await callOf(callId)).toMatchObject({ phase: 'ended', isMissed: false, talkSeconds: 25 });
    expect(heard.some((each) => each.name === 'call:ringing')).toBe(false);
    expect((await deskSnapshot(world.olga.id, new Date())).calls).toEqual([]);
  });

  test('[R4] an answer for an unknown call makes a stub that the later ring fills', async () => {
    const number = uniqueNumber();
    const { callId, offered, answer } = buildCallEvents(number, world.line.e164);
    await post(answer('101'));
    expect(await callOf(callId)).toMatchObject({ phase: 'talking', lineId: null });
    await post(offered);
    expect(await callOf(callId)).toMatchObject({ phase: 'talking', fromE164: number, lineId: world.line.id });
  });

  test('[R7] a call id that the PBX uses again next day is a new call, and the old one is untouched', async () => {
    const { callId, offered, ring, answer, end } = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(offered, ring('101'), answer('101'), end());
    const old = await callOf(callId);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await post({ ...offered, occurredAt: tomorrow });

    expect(await callOf(callId)).toMatchObject({ generation: 1, phase: 'offered' });
    expect(await db.call.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({ phase: 'ended', version: old.version });
  });

  test('a call id used again after its old events expired does not overwrite the old call', async () => {
    const { callId, offered, ring, answer, end } = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(offered, ring('101'), answer('101'), end());
    const old = await callOf(callId);
    await db.callEvent.deleteMany({ where: { pbxCallId: callId } });
    await post({ ...offered, occurredAt: new Date(Date.now() + 40 * 86_400_000).toISOString() });

    expect(await db.call.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({
      phase: 'ended',
      operatorExtension: '101',
    });
    expect(await db.call.count({ where: { pbxCallId: callId } })).toBe(2);
  });

  test('[R8] when one answers, the change that takes the card away reaches the other', async () => {
    const { callId, offered, ring, answer } = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(offered, ring('101'), ring('102'));
    heard.length = 0;
    await post(answer('101'));

    const change = heard.find((each) => each.name === 'call:changed' && each.rooms.includes(`user:${world.oskar.id}`));
    expect(change?.facts[0]).toMatchObject({
      phase: 'talking',
      ringing: [],
      operator: { extension: '101', name: 'Olga Operator' },
    });
    expect((await deskSnapshot(world.oskar.id, new Date())).calls).toEqual([]);
    expect((await deskSnapshot(world.olga.id, new Date())).calls).toMatchObject([{ phase: 'talking' }]);
    expect(await callOf(callId)).toMatchObject({ operatorId: world.olga.id });
  });

  test('an extension that goes to somebody else in a call: who is in the call hears its end, and whoever has the extension now the next ring', async () => {
    const { callId, offered, ring, answer, end } = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(offered, ring('101'), answer('101'));
    await db.pbxAccount.updateMany({ where: { userId: world.olga.id }, data: { extension: '191' } });
    await db.pbxAccount.updateMany({ where: { userId: world.oskar.id }, data: { extension: '101' } });

    expect((await deskSnapshot(world.olga.id, new Date())).calls).toMatchObject([{ operator: { userId: world.olga.id } }]);
    heard.length = 0;
    await post(end());
    expect(heard.filter(({ name }) => name === 'call:changed').flatMap(({ rooms }) => rooms)).toContain(`user:${world.olga.id}`);
    expect(await callOf(callId)).toMatchObject({ operatorId: world.olga.id, legs: [{ userId: world.olga.id }] });

    heard.length = 0;
    const next = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(next.offered, next.ring('101'));
    expect(heard.find(({ name }) => name === 'call:ringing')?.rooms).toEqual([`user:${world.oskar.id}`]);
  });

  test('[S0.10] [S0.20] the answer tells the one who got it what opens, and the call is about that delivery', async () => {
    const number = uniqueNumber();
    const delivery = await createDelivery(db, { status: 'sent', phoneE164: number });
    const { offered, ring, answer } = buildCallEvents(number, world.line.e164);
    await post(offered, ring('101'));
    await post(answer('101'));

    const answered = heard.filter((each) => each.name === 'call:answered');
    expect(answered).toMatchObject([
      { rooms: [`user:${world.olga.id}`], facts: [{ opens: { kind: 'delivery', deliveryId: delivery.id } }] },
    ]);
    expect(await db.call.findFirstOrThrow({ where: { aboutDeliveryId: delivery.id } })).toMatchObject({ phase: 'talking' });
  });

  test('[R9] of two acts on a call in the same instant one wins', async () => {
    const { callId, offered, ring } = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(offered, ring('101'), ring('102'));
    const take = (extension: string) =>
      actOnCall(world.source, randomUUID(), callId, (fold) => {
        if (fold?.phase !== 'ringing') return null;
        return parsed({ type: 'call.answered', occurredAt: new Date().toISOString(), call: { callId, extension } }).map(
          (event, index) => ({ event, index }),
        );
      });

    const won = await Promise.all([take('101'), take('102')]);
    expect(won.filter(Boolean)).toHaveLength(1);
    expect((await callOf(callId)).operatorExtension).toBe(won[0] ? '101' : '102');
  });

  test('[R29] withheld callers are never looked up, nor taken for one another', async () => {
    await createDelivery(db, { status: 'cooking', phoneE164: null, phoneRaw: '' });
    const { offered, ring } = buildCallEvents('anonymous', world.line.e164);
    await post(offered, ring('101'));
    expect(heard.find((each) => each.name === 'call:ringing')?.facts[0]).toMatchObject({
      number: { e164: null, isWithheld: true },
      card: { customers: [], openDeliveries: [] },
    });
  });

  test('[R26] a name that looks like SQL is stored as text', async () => {
    const { callId, offered } = buildCallEvents(uniqueNumber(), world.line.e164);
    const name = `'); UPDATE "Call" SET phase = 'ended'; --`;
    await post({ ...offered, call: { ...offered.call, from: { ...offered.call.from, name } } });
    expect(await callOf(callId)).toMatchObject({ fromName: name, phase: 'offered' });
  });

  test('[R27] NUL, halves of surrogates and ten kilobytes of name are cleaned and cut', async () => {
    const { callId, offered } = buildCallEvents(uniqueNumber(), world.line.e164);
    const name = `A\u0000B\uD800C👩‍🍳${'x'.repeat(10_000)}`;
    await post({ ...offered, call: { ...offered.call, from: { ...offered.call.from, name } } });
    const { fromName } = await callOf(callId);
    expect(fromName.startsWith('A BC👩‍🍳x')).toBe(true);
    expect([...fromName].length).toBeLessThanOrEqual(120);
  });

  test('[R30] a number that a thousand customers share is told by its count, not listed', async () => {
    const number = uniqueNumber();
    for (let each = 0; each < 25; each += 1) await createCustomer(db, { numbers: [number] });
    const { offered, ring } = buildCallEvents(number, world.line.e164);
    await post(offered, ring('101'));
    const [ringing] = heard.filter((each) => each.name === 'call:ringing');
    expect(ringing?.facts[0]).toMatchObject({ card: { customerCount: 25 } });
    expect((await deskSnapshot(world.olga.id, new Date())).calls[0]?.card.customers).toHaveLength(20);
  });
});

describe('what is told', () => {
  test('the card comes before the change, so that no browser asks for a snapshot of its own call', async () => {
    const { offered, ring } = buildCallEvents(uniqueNumber(), world.line.e164);
    await post(offered, ring('101'));
    expect(heard.map((each) => each.name)).toEqual(['call:ringing', 'call:changed']);
  });

  test('[R14] what was committed but not answered is told by the repeat', async () => {
    const { offered, ring } = buildCallEvents(uniqueNumber(), world.line.e164);
    const id = randomUUID();
    // The connection is lost right after the commit took effect.
    const query = vi.spyOn(Client.prototype, 'query');
    query.mockImplementation(function (this: Client, ...words: unknown[]) {
      const answer = Reflect.apply(realQuery, this, words);
      if (words[0] !== 'commit') return answer;
      query.mockRestore();
      return answer.then(() => Promise.reject(new Error('Connection terminated unexpectedly')));
    });
    await expect(recordEvents(world.source, id, parsed(offered, ring('101')))).rejects.toThrow('terminated');
    expect(heard).toEqual([]);

    expect(await recordEvents(world.source, id, parsed(offered, ring('101')))).toEqual({ accepted: 0, duplicate: 2 });
    expect(heard.filter((each) => each.name === 'call:ringing')).toHaveLength(1);
    heard.length = 0;
    await recordEvents(world.source, id, parsed(offered, ring('101')));
    expect(heard).toEqual([]);
  });

  test('in a call between colleagues each sees the other', async () => {
    const callId = randomUUID();
    const at = new Date().toISOString();
    await post(
      {
        type: 'call.offered',
        occurredAt: at,
        call: { callId, direction: 'internal', from: { number: '101' }, to: { number: '102' }, extension: '101' },
      },
      { type: 'leg.ringing', occurredAt: at, call: { callId, legId: 'b', extension: '102' } },
    );
    const cardOf = (userId: string) =>
      heard.find((each) => each.name === 'call:ringing' && each.rooms.includes(`user:${userId}`))?.facts[0];
    expect(cardOf(world.olga.id)).toMatchObject({ number: { display: '102' }, card: { colleague: { name: 'Oskar Operator' } } });
    expect(cardOf(world.oskar.id)).toMatchObject({ number: { display: '101' }, card: { colleague: { name: 'Olga Operator' } } });
    expect((await deskSnapshot(world.olga.id, new Date())).calls).toMatchObject([
      { card: { colleague: { name: 'Oskar Operator' } } },
    ]);
  });
});
