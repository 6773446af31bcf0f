import { beforeEach, describe, expect, test } from 'vitest';
import { createOrganisation, createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { CARD_FACTS, type CardFact } from './facts.ts';
import { readCardFacts } from './settings-queries.ts';
import { storeCardFacts } from './settings-store.ts';

const STANDARD: CardFact[] = [...CARD_FACTS];
const SHORT: CardFact[] = ['number', 'direction', 'name'];
const MINIMAL: CardFact[] = ['direction', 'number'];
let by: { userId: string };

beforeEach(async () => {
  await db.organisation.deleteMany();
  await createOrganisation(db);
  by = { userId: (await createUser(db)).id };
});

describe('[S1.2] what the card shows', () => {
  test('is the standard until an admin stores another order, and the audit says who did', async () => {
    expect(await readCardFacts()).toEqual(STANDARD);
    expect(await storeCardFacts(STANDARD, SHORT, by)).toBe('changed');

    expect(await readCardFacts()).toEqual(SHORT);
    const audit = await db.auditEntry.findMany({ where: { action: 'call-settings.changed', userId: by.userId } });
    expect(audit).toMatchObject([{ details: { cardFacts: 'number, direction, name' } }]);
  });

  test('is not changed by an admin who looked at another state of it', async () => {
    await storeCardFacts(STANDARD, SHORT, by);
    expect(await storeCardFacts(STANDARD, ['direction', 'number'], by)).toBe('conflict');
    expect(await readCardFacts()).toEqual(SHORT);
  });

  test('of two who save in one instant one is told of the other', async () => {
    const saves = [SHORT, MINIMAL].map((to) => storeCardFacts(STANDARD, to, by));
    expect((await Promise.all(saves)).toSorted()).toEqual(['changed', 'conflict']);
  });

  test('a repeated save finds its own work', async () => {
    await storeCardFacts(STANDARD, SHORT, by);
    expect(await storeCardFacts(STANDARD, SHORT, by)).toBe('changed');
    expect(await db.auditEntry.count({ where: { userId: by.userId } })).toBe(1);
  });

  test('back in the standard order it follows what later versions bring', async () => {
    await storeCardFacts(STANDARD, SHORT, by);
    await storeCardFacts(SHORT, STANDARD, by);
    expect(await db.organisation.findFirst({ select: { callerCardFacts: true } })).toEqual({ callerCardFacts: [] });
  });
});
