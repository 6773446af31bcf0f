import { expect, test } from 'vitest';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { storeConversion } from '../interests/convert-store.ts';
import { storeInquiry } from './register.ts';
import { inquiryOf } from './testing.ts';

const AT = new Date('2026-11-28T10:00:00Z');
const ROUNDS = 15;

const world = createPbxWorld();

const convert = async (interestId: string, customerId: string) =>
  storeConversion(
    { interestId, phone: '', to: { kind: 'known', customerId } },
    { userId: (await world).oskar.id, country: 'PL', at: AT },
  );

test('registering again with other words and making a customer of the interest never wait for each other, however often both happen at once', async () => {
  const { olga } = await world;
  const customer = await createCustomer(db, {});
  const actor = { userId: olga.id, at: AT };

  for (let round = 0; round < ROUNDS; round++) {
    const first = inquiryOf(null, { kind: 'customer', customerId: customer.id });
    await storeInquiry(first, actor);
    const { interestId } = first.inquiry;
    const again = inquiryOf(null, { kind: 'customer', customerId: customer.id }, { interestId, subject: 'Supper' });
    const outcomes = await Promise.all([
      convert(interestId, customer.id),
      storeInquiry(again, actor),
      convert(interestId, customer.id),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['converted', 'registered', 'converted']);
  }
});
