import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { createCall } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createNote, createStoredFile } from '../../prisma/factories/files.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { erasePerson } from './erase.ts';
import { exportPerson } from './export.ts';

const AT = new Date('2026-11-24T12:00:00Z');

let number: string;
let keptId: string;

/** Somebody whose second record was merged into the first: of the second only a merge and what the audit tells are left. */
beforeEach(async () => {
  number = uniqueNumber();
  ({ id: keptId } = await createCustomer(db, { name: 'Halina Nowa', numbers: [number] }));
  const mergedId = randomUUID();
  await db.customerMerge.create({ data: { keptId, mergedId, mergedName: 'Halina Dawna', snapshot: {} } });
  const of = { subjectType: 'customer', subjectId: mergedId };
  await db.auditEntry.create({ data: { ...of, action: 'customer.changed', details: { addressAdded: 'Tajna 77/3' } } });
  await createCustomer(db, { name: 'Somebody Else', note: 'A friend of Halina Dawna' });
});

test('a record that was merged into theirs is erased with them, in the audit and wherever it is named', async () => {
  const scope = { kind: 'number', e164: number } as const;
  expect(await erasePerson({ scope, typed: number, country: 'PL', userId: null, at: AT })).toMatchObject({ kind: 'erased' });

  const left = JSON.stringify([
    await db.auditEntry.findMany({ select: { details: true } }),
    await db.customer.findMany({ select: { note: true } }),
  ]);
  expect(left).not.toContain('Tajna 77/3');
  expect(left).not.toContain('Halina Dawna');
});

test('what the audit tells of a merged record is given out, and so is a file on a note of a call', async () => {
  const { source } = await createPbxWorld();
  const call = await createCall(db, { connectionId: source.id, fromE164: number });
  const note = await createNote(db, { callId: call.id });
  await createStoredFile(db, { noteId: note.id, name: 'offer.pdf' });

  const out = await wholeExport();
  expect(out).toContain('Tajna 77/3');
  expect(out).toContain('offer.pdf');
});

async function wholeExport(): Promise<string> {
  const { id: userId } = await createUser(db, { role: 'admin' });
  let out = '';
  for await (const piece of (await exportPerson({ scope: { kind: 'number', e164: number }, userId, at: AT })) ?? []) out += piece;
  return out;
}
