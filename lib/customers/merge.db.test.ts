import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createContact } from '../../prisma/factories/customer-records.ts';
import { createAddress, createCustomer, createPhoneNumber } from '../../prisma/factories/customers.ts';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { createInterest } from '../../prisma/factories/interests.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { findCustomerFacts } from './facts-queries.ts';
import { listHistory } from './history-queries.ts';
import { findKeptId } from './kept-customer.ts';
import { findMergeSide } from './merge-side.ts';
import { storeMerge } from './merge-store.ts';
import { createRecord, type Drawn, everythingOf, mergeNow, nextMoment } from './merge-testing.ts';
import { storeUndo } from './merge-undo.ts';

const somebody = async () => (await createUser(db)).id;
const NUMBERS = Array.from({ length: 4 }, (_, index) => `+4879200000${index}`);
const days = fc.integer({ min: 1, max: 28 }).map((day) => new Date(Date.UTC(2026, 9, day)));
const few = fc.integer({ min: 0, max: 2 });

const drawn: fc.Arbitrary<Drawn> = fc.record({
  name: fc.constantFrom('Ewa', 'Eva'),
  note: fc.constantFrom('', 'Allergic', 'Pays late'),
  class: fc.constantFrom('regular' as const, 'vip' as const, 'problem' as const),
  extra: fc.dictionary(fc.constantFrom('x', 'y'), fc.oneof(fc.boolean(), fc.constantFrom('a', 'b'))),
  numbers: fc.uniqueArray(
    fc.record({ e164: fc.constantFrom(...NUMBERS), isContacts: fc.boolean(), chosenAt: fc.option(days, { nil: null }) }),
    { selector: ({ e164 }) => e164, maxLength: 4 },
  ),
  streets: fc.array(fc.record({ street: fc.constantFrom('Dolna 1', 'Dolna 2', 'Dolna 3'), lastUsedAt: days }), { maxLength: 4 }),
  deliveryCount: few,
  noteCount: few,
  fileCount: few,
  interestCount: few,
  hasPhoto: fc.boolean(),
});
const FIELDS = ['name', 'note', 'class', 'birthday', 'photo', 'extra.x', 'extra.y'];
const choices = fc.dictionary(fc.constantFrom(...FIELDS), fc.constantFrom('kept' as const, 'other' as const, 'both' as const));

describe('merging two records', () => {
  test('undone, every row is what it was, whatever the two had and shared', async () => {
    const userId = await somebody();
    await fc.assert(
      fc.asyncProperty(drawn, drawn, choices, async (one, two, chosen) => {
        const [keptId, otherId] = [await createRecord(one), await createRecord(two)];
        const before = await everythingOf([keptId, otherId]);

        const { mergeId, outcome } = await mergeNow(keptId, otherId, userId, chosen);
        expect(outcome.kind).toBe('merged');
        expect(await findMergeSide(otherId)).toBeNull();
        const merged = await everythingOf([keptId, otherId]);
        const both = new Set([...one.numbers, ...two.numbers].map(({ e164 }) => e164));
        expect(merged.numbers.map(({ e164 }) => e164).toSorted()).toEqual([...both].toSorted());
        expect(merged.numbers.filter(({ isPrimary }) => isPrimary)).toHaveLength(Math.min(1, both.size));
        expect(merged.deliveries).toHaveLength(one.deliveryCount + two.deliveryCount);
        expect(merged.deliveries.map(({ sentContent }) => sentContent)).toEqual(
          merged.deliveries.map(() => expect.objectContaining({ customerId: keptId })),
        );
        expect(merged.notes).toHaveLength(one.noteCount + two.noteCount);
        expect(merged.interests.map(({ customerId }) => customerId)).toEqual(
          Array.from({ length: one.interestCount + two.interestCount }, () => keptId),
        );
        const photos = Number(one.hasPhoto) + Number(two.hasPhoto);
        expect(merged.files).toHaveLength(one.fileCount + two.fileCount + photos);

        expect(await storeUndo(mergeId, { userId }, nextMoment())).toMatchObject({ kind: 'undone' });
        expect(await everythingOf([keptId, otherId])).toEqual(before);
        await db.customer.deleteMany({ where: { id: { in: [keptId, otherId] } } });
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  test('takes what was chosen, and says in the audit who became whom', async () => {
    const userId = await somebody();
    const kept = await createCustomer(db, { name: 'Ewa', company: null, note: 'Allergic' });
    const other = await createCustomer(db, { name: 'Eva', company: 'Acme', note: 'Pays late' });
    await mergeNow(kept.id, other.id, userId, { company: 'other', note: 'both' });

    expect(await db.customer.findUnique({ where: { id: kept.id } })).toMatchObject({
      name: 'Ewa',
      company: 'Acme',
      note: 'Allergic\nPays late',
    });
    const { rows } = await listHistory(kept.id);
    expect(rows).toMatchObject([{ action: 'customer.merged', details: { name: 'Eva' }, mergeId: expect.any(String) }]);
  });

  test('a link, a delivery begun for it and a call’s card lead to the kept one', async () => {
    const userId = await somebody();
    const [kept, other] = [await createCustomer(db), await createCustomer(db)];
    await mergeNow(kept.id, other.id, userId);
    expect(await findKeptId(other.id)).toBe(kept.id);
    expect(await findCustomerFacts(other.id)).toMatchObject({ id: kept.id });
    expect(await findKeptId(kept.id)).toBeNull();
  });

  test('refused when either was changed since it was shown; one more delivery is no change', async () => {
    const userId = await somebody();
    const [kept, other] = [await createCustomer(db), await createCustomer(db)];
    const states = { kept: (await findMergeSide(kept.id))?.state ?? '', other: (await findMergeSide(other.id))?.state ?? '' };
    const merge = () =>
      storeMerge({ mergeId: randomUUID(), keptId: kept.id, otherId: other.id, states, choices: {} }, { userId }, nextMoment());

    await createPhoneNumber(db, { customerId: other.id });
    expect(await merge()).toEqual({ kind: 'changedMeanwhile' });
    expect(await findMergeSide(other.id)).not.toBeNull();
    await db.phoneNumber.deleteMany({ where: { customerId: other.id } });
    await createDelivery(db, { customerId: other.id });
    expect(await merge()).toMatchObject({ kind: 'merged' });
  });

  test('[R9] of two operators who merge the same two in one instant, one does and the other is told into whom', async () => {
    const userId = await somebody();
    const [one, two] = [await createCustomer(db, { name: 'One' }), await createCustomer(db, { name: 'Two' })];

    const outcomes = await Promise.all([mergeNow(one.id, two.id, userId), mergeNow(two.id, one.id, userId)]);

    const kinds = outcomes.map(({ outcome }) => outcome.kind).toSorted();
    expect(kinds).toEqual(['merged', 'mergedMeanwhile']);
    expect(await db.customer.count({ where: { id: { in: [one.id, two.id] } } })).toBe(1);
  });

  test('a repeated request is the same merge', async () => {
    const userId = await somebody();
    const [kept, other] = [await createCustomer(db), await createCustomer(db)];
    const states = { kept: (await findMergeSide(kept.id))?.state ?? '', other: (await findMergeSide(other.id))?.state ?? '' };
    const input = { mergeId: randomUUID(), keptId: kept.id, otherId: other.id, states, choices: {} };
    for (let times = 0; times < 2; times += 1) {
      expect(await storeMerge(input, { userId }, nextMoment())).toMatchObject({ kind: 'merged' });
    }
    expect(await db.customerMerge.count({ where: { mergedId: other.id } })).toBe(1);
  });
});

describe('undoing a merge', () => {
  test('what was added or changed since stays where it is', async () => {
    const userId = await somebody();
    const [old, gone, added] = [uniqueNumber(), uniqueNumber(), uniqueNumber()];
    const kept = await createCustomer(db, { name: 'Kept', company: null });
    const other = await createCustomer(db, { name: 'Other', company: 'Acme', numbers: [old, gone] });
    const delivery = await createDelivery(db, { customerId: other.id });
    const { mergeId } = await mergeNow(kept.id, other.id, userId, { name: 'other', company: 'other' });

    await db.customer.update({ where: { id: kept.id }, data: { name: 'Renamed since' } });
    await db.phoneNumber.deleteMany({ where: { e164: gone } });
    await createPhoneNumber(db, { customerId: kept.id, e164: added });
    const address = await createAddress(db, { customerId: kept.id });
    await db.delivery.update({ where: { id: delivery.id }, data: { customerId: null } });
    await storeUndo(mergeId, { userId }, nextMoment());

    expect(await db.customer.findUnique({ where: { id: kept.id } })).toMatchObject({ name: 'Renamed since', company: null });
    expect(await db.customer.findUnique({ where: { id: other.id } })).toMatchObject({ name: 'Other', company: 'Acme' });
    const numbers = await db.phoneNumber.findMany({
      where: { customerId: { in: [kept.id, other.id] } },
      orderBy: { e164: 'asc' },
    });
    expect(numbers.map(({ e164, customerId, isPrimary }) => [e164, customerId, isPrimary]).toSorted()).toEqual(
      [
        [added, kept.id, true],
        [old, other.id, true],
      ].toSorted(),
    );
    expect(await db.address.findUnique({ where: { id: address.id } })).toMatchObject({ customerId: kept.id });
    expect(await db.delivery.findUnique({ where: { id: delivery.id } })).toMatchObject({ customerId: null });
  });

  test('a note and a file that were deleted just before can be put back at the kept one, and after the undo where they were', async () => {
    const userId = await somebody();
    const [kept, other] = [await createCustomer(db), await createCustomer(db)];
    const gone = { id: randomUUID(), deletedAt: new Date(), wasOfCustomerId: other.id };
    await db.note.create({ data: { ...gone, text: 'Deleted' } });
    await db.storedFile.create({ data: { ...gone, name: 'deleted.pdf', mediaType: 'application/pdf' } });
    const owners = async () => {
      const rows = [
        await db.note.findUnique({ where: { id: gone.id } }),
        await db.storedFile.findUnique({ where: { id: gone.id } }),
      ];
      return rows.map((row) => row?.wasOfCustomerId);
    };

    const { mergeId } = await mergeNow(kept.id, other.id, userId);
    expect(await owners()).toEqual([kept.id, kept.id]);
    await storeUndo(mergeId, { userId }, nextMoment());
    expect(await owners()).toEqual([other.id, other.id]);
  });

  test('merges into one another are undone in reverse order, and it is said which comes first', async () => {
    const userId = await somebody();
    const [a, b, c] = [
      await createCustomer(db, { name: 'A', numbers: [uniqueNumber()] }),
      await createCustomer(db, { name: 'B', numbers: [uniqueNumber()] }),
      await createCustomer(db, { name: 'C' }),
    ];
    const before = await everythingOf([a.id, b.id, c.id]);
    const first = await mergeNow(b.id, a.id, userId);
    const second = await mergeNow(c.id, b.id, userId);
    expect(await findKeptId(a.id)).toBe(c.id);

    expect(await storeUndo(first.mergeId, { userId }, nextMoment())).toEqual({ kind: 'laterMergeFirst', name: 'B' });
    expect(await storeUndo(second.mergeId, { userId }, nextMoment())).toMatchObject({ kind: 'undone' });
    expect(await findKeptId(a.id)).toBe(b.id);
    expect(await storeUndo(first.mergeId, { userId }, nextMoment())).toMatchObject({ kind: 'undone' });
    expect(await everythingOf([a.id, b.id, c.id])).toEqual(before);
  });

  test('[R9] twice in one instant is once', async () => {
    const userId = await somebody();
    const [kept, other] = [await createCustomer(db), await createCustomer(db)];
    const { mergeId } = await mergeNow(kept.id, other.id, userId);
    const outcomes = await Promise.all([1, 2].map(() => storeUndo(mergeId, { userId }, nextMoment())));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['undone', 'undone']);
    expect(await db.auditEntry.count({ where: { action: 'customer.merge-undone', subjectId: kept.id } })).toBe(1);
    expect(await storeUndo(randomUUID(), { userId }, nextMoment())).toEqual({ kind: 'notFound' });
  });
});

describe('interests of merged records', () => {
  test('[S3.7] come along with their contact person, and go back; who is at one of the two is at no interest of the other', async () => {
    const userId = await somebody();
    const [kept, other] = [await createCustomer(db), await createCustomer(db)];
    const [ours, theirs] = [await createContact(db, { customerId: kept.id }), await createContact(db, { customerId: other.id })];
    const moved = await createInterest(db, { customerId: other.id, contactId: theirs.id });
    const { mergeId } = await mergeNow(kept.id, other.id, userId);
    expect(await db.interest.findUnique({ where: { id: moved.id } })).toMatchObject({
      customerId: kept.id,
      contactId: theirs.id,
    });

    // While they are one, each is given somebody who came from the other side.
    const added = await createInterest(db, { customerId: kept.id, contactId: theirs.id });
    await db.interest.update({ where: { id: moved.id }, data: { contactId: ours.id } });
    await storeUndo(mergeId, { userId }, nextMoment());
    expect(await db.interest.findUnique({ where: { id: moved.id } })).toMatchObject({ customerId: other.id, contactId: null });
    expect(await db.interest.findUnique({ where: { id: added.id } })).toMatchObject({ customerId: kept.id, contactId: null });
  });

  test('[S3.4] of two managers one is chosen, and both are back after the undo', async () => {
    const userId = await somebody();
    const [one, two] = [await somebody(), await somebody()];
    const kept = await createCustomer(db, { managerId: one });
    const other = await createCustomer(db, { managerId: two });
    const { mergeId } = await mergeNow(kept.id, other.id, userId, { managerId: 'other' });
    expect(await db.customer.findUnique({ where: { id: kept.id } })).toMatchObject({ managerId: two });
    await storeUndo(mergeId, { userId }, nextMoment());
    expect(await db.customer.findUnique({ where: { id: kept.id } })).toMatchObject({ managerId: one });
    expect(await db.customer.findUnique({ where: { id: other.id } })).toMatchObject({ managerId: two });
  });
});
