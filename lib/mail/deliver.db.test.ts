import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { createOrganisation, createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { deliverMails } from './deliver.ts';
import { claimMail } from './outbox.ts';
import { sendMail } from './smtp.ts';
import { readMail, startMailServer } from './testing.ts';

const BEGIN = new Date('2026-11-28T10:00:00Z');
const after = (seconds: number) => new Date(BEGIN.getTime() + seconds * 1_000);

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let server: Awaited<ReturnType<typeof startMailServer>>;

beforeEach(async () => {
  await db.user.updateMany({ data: { mailsMissedCalls: false } });
  await db.missedCallMail.deleteMany();
  await db.missedCallNotice.deleteMany();
  if ((await db.organisation.count()) === 0) await createOrganisation(db);
  world = await createPbxWorld();
  await want(world.olga.id);
  server = await startMailServer();
});
afterEach(() => server.stop());

const want = (id: string, data: object = {}) => db.user.update({ where: { id }, data: { mailsMissedCalls: true, ...data } });

async function miss(number = uniqueNumber()) {
  const { offered, end, callId } = buildCallEvents(number, world.line.e164, randomUUID(), BEGIN.getTime() - 60_000);
  await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
  return { number, callId };
}
const deliver = (at = BEGIN, url = server.url) =>
  deliverMails({ now: () => at, random: () => 1, send: (mail) => sendMail(mail, url, 'https://desk.example.com') });
const subjects = () => server.heard.map(({ raw }) => readMail(raw).subject);

describe('[S2.13] an e-mail of a new missed call', () => {
  test('goes to whoever switched it on, with who called, where and when, and the way to the list', async () => {
    const { number } = await miss();
    await createCustomer(db, { name: 'Ewa Zielińska', numbers: [number] });
    expect(await deliver()).toBeNull();

    expect(server.heard).toHaveLength(1);
    const [mail] = server.heard;
    expect([mail?.from, mail?.to]).toEqual(['desk@example.com', [world.olga.email]]);
    const { subject, texts } = readMail(mail?.raw ?? '');
    expect(subject).toContain('Missed call: Ewa Zielińska');
    expect(subject).toContain(world.line.name);
    expect(texts).toContain('Nov 28, 2026, 10:59');
    expect(texts).toContain(`/calls/missed?line=${world.line.id}`);
    await deliver(after(3600));
    expect(server.heard).toHaveLength(1);
  });

  test('is one a minute at most: a storm is told in two, with all of it', async () => {
    const numbers = [(await miss()).number];
    await deliver();
    for (let count = 1; count < 30; count += 1) {
      numbers.push((await miss()).number);
      expect(await deliver(after(count))).toEqual(after(60));
    }
    expect(server.heard).toHaveLength(1);
    await deliver(after(60));
    await deliver(after(200));

    expect(server.heard).toHaveLength(2);
    expect(subjects()[1]).toMatch(/^29 missed calls on /);
    const texts = server.heard.map(({ raw }) => readMail(raw).texts).join();
    for (const number of numbers) expect(texts.replace(/\D/g, '')).toContain(number.slice(-9));
  });

  test('a caller who rings again and again is one entry, with the count', async () => {
    const { number } = await miss();
    await deliver();
    for (let count = 0; count < 3; count += 1) await miss(number);
    await deliver(after(60));
    const { subject, texts } = readMail(server.heard[1]?.raw ?? '');
    expect(subject).toMatch(/^Missed call: /);
    expect(texts).toContain('4 times in a row');
  });

  test('of a line goes only to those who see it', async () => {
    const supervisor = await createUser(db, { role: 'supervisor' });
    const stranger = await createUser(db);
    for (const { id } of [supervisor, stranger]) await want(id);
    await miss();
    await deliver();
    expect(server.heard.flatMap(({ to }) => to).toSorted()).toEqual([supervisor.email, world.olga.email].toSorted());
  });

  test.each([
    ['disabled', { disabledAt: BEGIN }],
    ['off again', { mailsMissedCalls: false }],
    ['a venue', { role: 'venue' as const }],
  ])('does not go to who is %s by the time it leaves', async (_, data) => {
    await miss();
    await db.user.update({ where: { id: world.olga.id }, data });
    await deliver();
    expect(server.heard).toEqual([]);
    expect(await db.missedCallMail.count()).toBe(0);
  });

  test('speaks the reader’s language', async () => {
    await want(world.olga.id, { language: 'pl' });
    await miss();
    await deliver();
    expect(subjects()[0]).toMatch(/^Nieodebrane połączenie: /);
  });

  test('says nothing of what turned out answered meanwhile', async () => {
    const number = uniqueNumber();
    const { offered, answer, end } = buildCallEvents(number, world.line.e164, randomUUID(), BEGIN.getTime() - 60_000);
    await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
    await recordEvents(world.source, randomUUID(), parsed(answer('101')));
    await deliver();
    expect(server.heard).toEqual([]);
  });

  test('takes a name for a name, whatever it holds', async () => {
    const { number } = await miss();
    await createCustomer(db, { name: '<b onclick="x">Ewa</b> & Co', numbers: [number] });
    await deliver();
    const { texts, subject } = readMail(server.heard[0]?.raw ?? '');
    expect(subject).toContain('<b onclick="x">Ewa</b> & Co');
    expect(texts).toContain('&lt;b onclick=&quot;x&quot;&gt;Ewa&lt;/b&gt; &amp; Co');
  });
});

describe('a mail that does not leave', () => {
  test('is tried again, and what comes meanwhile waits with it', async () => {
    await miss();
    const down = 'smtp://127.0.0.1:1';
    expect(await deliver(BEGIN, down)).toEqual(after(10));
    for (let count = 0; count < 3; count += 1) await miss();
    await deliver(after(100), down);
    expect(await db.missedCallMail.findMany()).toMatchObject([{ state: 'queued', attempts: 2, cause: 'unreachable' }]);

    await deliver(after(200));
    expect(server.heard).toHaveLength(1);
    await deliver(after(260));
    expect(subjects()).toEqual([expect.stringMatching(/^Missed call/), expect.stringMatching(/^3 missed calls/)]);
  });

  test.each([
    [451, 'queued', 'throttled'],
    [550, 'failed', 'rejected'],
  ])('the answer %i means: %s, %s', async (code, state, cause) => {
    await server.stop();
    server = await startMailServer(() => code);
    await miss();
    await deliver();
    expect(await db.missedCallMail.findMany()).toMatchObject([{ state, cause }]);
  });

  test('[R14] one whose process was killed is sent by another, under the same Message-ID', async () => {
    await miss();
    await deliver(BEGIN, 'smtp://127.0.0.1:1');
    const killed = await claimMail(after(30));
    expect(killed).not.toBeNull();
    expect(await deliver(after(31))).toEqual(after(150));
    expect(server.heard).toHaveLength(0);
    await deliver(after(150));
    expect(server.heard).toHaveLength(1);
    expect(readMail(server.heard[0]?.raw ?? '').id).toBe(`<${killed?.id}@desk.example.com>`);
  });

  test('[R9] several processes at once send one', async () => {
    await miss();
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(server.heard).toHaveLength(1);
  });

  test('of a miss nobody wants to hear of, nothing is noted', async () => {
    await db.user.update({ where: { id: world.olga.id }, data: { mailsMissedCalls: false } });
    await miss();
    expect(await db.missedCallNotice.count()).toBe(0);
  });
});
