import { beforeEach, describe, expect, test } from 'vitest';
import { createContact } from '../../prisma/factories/customer-records.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createInterest, createServiceType } from '../../prisma/factories/interests.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { newId } from '../new-id.ts';
import { type InterestFilter, readFilter } from './filter.ts';
import { listInterests, PAGE_ROWS } from './list-queries.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);
let marta: { id: string };

beforeEach(async () => {
  await db.interest.deleteMany();
  await db.customer.deleteMany();
  marta = await createUser(db);
});

const list = (query = '') => listInterests(readFilter(query), { userId: marta.id, country: 'PL' });
const subjects = async (query = '') => (await list(query)).rows.map(({ subject }) => subject);

function addTask(interestId: string, dueAt: Date, doneAt: Date | null = null) {
  return db.interestTask.create({ data: { id: newId(), interestId, title: 'Call back', dueAt, doneAt } });
}

describe('[S3.17] the list of interests', () => {
  test('shows the active ones, the newest first', async () => {
    await createInterest(db, { subject: 'first' });
    await createInterest(db, { subject: 'won', stage: 'won' });
    await createInterest(db, { subject: 'second', stage: 'in_work' });
    expect(await subjects()).toEqual(['second', 'first']);
    expect(await subjects('stage=any')).toEqual(['second', 'won', 'first']);
    expect(await subjects('stage=won')).toEqual(['won']);
    expect(await subjects('stage=lost')).toEqual([]);
  });

  test('[S3.13] a row says whom it is for: the customer with the number of the contact person, or who may become one', async () => {
    const customer = await createCustomer(db, { name: 'Lis Logistics', class: 'vip', numbers: ['+48600100777', '+48600100778'] });
    const contact = await createContact(db, { customerId: customer.id, name: 'Teresa' });
    await db.phoneNumber.updateMany({ where: { e164: '+48600100778' }, data: { contactId: contact.id } });
    await createInterest(db, { customerId: customer.id });
    await createInterest(db, { customerId: customer.id, contactId: contact.id, responsibleId: marta.id });
    const potential = { potentialName: 'Jan', potentialCompany: 'Nowa', phoneE164: '+48600100779', phoneDisplay: '600 100 779' };
    await createInterest(db, potential);

    const [jan, teresa, lis] = (await list()).rows;
    const lisName = { customerId: customer.id, name: 'Lis Logistics', class: 'vip' };
    expect(jan?.of).toMatchObject({
      customerId: null,
      name: 'Jan',
      company: 'Nowa',
      class: null,
      phone: { e164: '+48600100779' },
    });
    expect(teresa).toMatchObject({ of: { ...lisName, contact: 'Teresa', phone: { e164: '+48600100778' } } });
    expect(teresa?.responsible?.id).toBe(marta.id);
    expect(lis).toMatchObject({ of: { ...lisName, contact: '', phone: { e164: '+48600100777' } }, responsible: null });
  });

  test('a row says what is to be done next and what was said last', async () => {
    const { id } = await createInterest(db);
    await addTask(id, inHours(-5), inHours(-4));
    await addTask(id, inHours(3));
    const next = await addTask(id, inHours(-1));
    const said = { interestId: id, kind: 'note' as const };
    await db.interaction.create({ data: { id: newId(), ...said, text: 'earlier', at: inHours(-9) } });
    await db.interaction.create({ data: { id: newId(), ...said, text: 'latest', at: inHours(-2) } });
    await createInterest(db);

    expect((await list()).rows).toMatchObject([
      { nextTask: null, lastInteraction: null },
      { nextTask: { id: next.id, dueAt: inHours(-1) }, lastInteraction: { kind: 'note', text: 'latest', at: inHours(-2) } },
    ]);
  });

  test('is filtered by stage, responsible, service type and customer, all at once', async () => {
    const [type, customer] = [await createServiceType(db), await createCustomer(db)];
    const { stageId } = await createInterest(db, { subject: 'mine', responsibleId: marta.id, stage: 'in_work' });
    await createInterest(db, { subject: "nobody's", serviceTypeId: type.id });
    await createInterest(db, { subject: 'theirs', customerId: customer.id, responsibleId: marta.id });
    const other = await createUser(db);
    await createInterest(db, { subject: "another's", responsibleId: other.id });

    expect(await subjects(`stage=${stageId}`)).toEqual(['mine']);
    expect(await subjects('responsible=me')).toEqual(['theirs', 'mine']);
    expect(await subjects(`responsible=${other.id}`)).toEqual(["another's"]);
    expect(await subjects('responsible=none')).toEqual(["nobody's"]);
    expect(await subjects(`service=${type.id}`)).toEqual(["nobody's"]);
    expect(await subjects(`customer=${customer.id}&responsible=me`)).toEqual(['theirs']);
    expect(await subjects(`customer=${customer.id}&responsible=none`)).toEqual([]);
  });

  test.each([
    ['zazolc', ['Żółta gala']],
    ['gala', ['Żółta gala']],
    ['kowalska gala', ['Żółta gala']],
    ['lis swiateczna', ['Kolacja świąteczna']],
    ['teresa', ['Kolacja świąteczna']],
    ['600 100 779', ['Żółta gala']],
    ['100779', ['Żółta gala']],
    ['+48600100777', ['Kolacja świąteczna']],
    ['100777', ['Kolacja świąteczna']],
    ['60010077', ['Kolacja świąteczna', 'Żółta gala']],
    ['4711', ['Żółta gala']],
    ['#4711', ['Żółta gala']],
    ['#100777', []],
    ['%', []],
    ["'; drop", []],
    ['→', []],
  ])('[R28] [R26] %s finds %j', async (typed, expected) => {
    const lis = await createCustomer(db, { name: 'Lis Logistics', numbers: ['+48600100777'] });
    await createContact(db, { customerId: lis.id, name: 'Teresa Lis' });
    const potential = { potentialName: 'Anna Kowalska', potentialCompany: 'Zażółć', phoneE164: '+48600100779' };
    await createInterest(db, { number: 4711, subject: 'Żółta gala', ...potential });
    await createInterest(db, { number: 4712, subject: 'Kolacja świąteczna', customerId: lis.id });
    await createInterest(db, { number: 4713, subject: 'Other' });
    expect(await subjects(new URLSearchParams({ text: typed }).toString())).toEqual(expected);
  });
});

describe('pages', () => {
  async function readAll(query: string) {
    const found: number[] = [];
    let after: string | null = '';
    for (let page = 0; after !== null && page < 10; page += 1) {
      const { rows, next } = await list(`${query}${after && `&after=${after}`}`);
      found.push(...rows.map(({ number }) => number));
      after = next;
    }
    return found;
  }

  test('lead through all of them, each once, by number and by what is due', async () => {
    const total = 2 * PAGE_ROWS + 7;
    for (let index = 0; index < total; index += 1) {
      const { id } = await createInterest(db, { subject: `No. ${index}` });
      // Many are due in the same moment, and a third has nothing to be done.
      if (index % 3 > 0) await addTask(id, inHours(index % 5));
    }
    const byNumber = await readAll('stage=any');
    expect(byNumber).toEqual([...byNumber].sort((one, other) => other - one));
    expect(new Set(byNumber).size).toBe(total);

    const byDue = await readAll('sort=due');
    expect(new Set(byDue).size).toBe(total);
    const { rows } = await list('sort=due');
    const due = rows.map(({ nextTask }) => nextTask?.dueAt.getTime() ?? Number.POSITIVE_INFINITY);
    expect(due).toEqual([...due].sort((one, other) => one - other));
  });
});

test('a filter reads the same as it was written', () => {
  const filter: InterestFilter = readFilter('view=board&stage=nonsense&responsible=me&text=lis&sort=due&after=x_y');
  expect(filter).toEqual({ responsible: 'me', text: 'lis', sort: 'due' });
  expect(readFilter('after=12_2026-11-28T10:00:00.000Z').after).toEqual({ number: 12, dueAt: '2026-11-28T10:00:00.000Z' });
  expect(readFilter('after=12').after).toEqual({ number: 12, dueAt: null });
  expect(readFilter('after=-1').after).toBeUndefined();
});
