import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { listFields } from '../customer-fields/queries.ts';
import { db, pool } from '../db/client.ts';
import { discardImport, resumeImport, stopImport, sweepImports } from './import-store.ts';
import { guessSettings, previewImport } from './preview.ts';
import { findImport, importsToRun } from './queries.ts';
import { runImport } from './run-import.ts';
import { importRow, upload, waitingImport } from './testing.ts';

const NOW = new Date('2026-11-28T10:00:00Z');
const run = (importId: string, batchLines = 3, signal?: AbortSignal) =>
  runImport(importId, { now: () => NOW, batchLines, signal });

let userId: string;
let next = 0;

beforeEach(async () => {
  await db.customer.deleteMany();
  await db.customerImport.deleteMany();
  await db.customerField.deleteMany();
  await db.storedFile.deleteMany();
  const house = { id: 1, name: 'Pizza Nova', timeZone: 'Europe/Warsaw', currency: 'PLN' };
  await db.organisation.upsert({ where: { id: 1 }, create: house, update: {}, select: { id: true } });
  if ((await db.pbxConnection.count()) === 0) await createPbxWorld();
  userId = (await createUser(db)).id;
});

function number(): string {
  next += 1;
  return `+48601${String(next).padStart(6, '0')}`;
}
const file = (...lines: string[]) => `Name,Phone,Company,Class,Birthday,Note,City\n${lines.join('\n')}\n`;
const people = () =>
  db.customer.findMany({
    select: { name: true, company: true, note: true, numbers: { select: { e164: true } } },
    orderBy: { name: 'asc' },
  });

test.each(['le', 'be'])('the lines of a file in UTF-16 %s are counted as those of any other', async (order) => {
  const text = Buffer.from('\uFEFFName,Phone\r\nŻaneta,601200301\r\n', 'utf16le');
  const { importId } = await upload(order === 'le' ? text : text.swap16(), userId);
  expect(await importRow(importId)).toMatchObject({ totalLines: 2 });
});

describe('runImport', () => {
  test('[S2.36] stores customers with numbers in any notation, classes, birthdays, and their own fields', async () => {
    const field = await db.customerField.create({ data: { label: 'Loyalty card', kind: 'yes_no', choices: [] } });
    const text =
      'Klient;Telefon;Telefon 2;Klasa;Data urodzenia;Ulica;Loyalty card;Humour\nŻaneta Łoś;601 200 301;(22) 555-00-11;VIP;24.12.1990;Prosta 5;tak;dry\n';
    const importId = await waitingImport(text, userId);
    await run(importId);

    const [customer] = await db.customer.findMany({ include: { numbers: { orderBy: { isPrimary: 'desc' } }, addresses: true } });
    expect(customer).toMatchObject({ name: 'Żaneta Łoś', class: 'vip', extra: { [field.id]: true } });
    expect(customer?.birthday?.toISOString().slice(0, 10)).toBe('1990-12-24');
    expect(customer?.numbers.map(({ e164, isPrimary }) => [e164, isPrimary])).toEqual([
      ['+48601200301', true],
      ['+48225550011', false],
    ]);
    expect(customer?.addresses).toMatchObject([{ street: 'Prosta 5' }]);
    expect(await importRow(importId)).toMatchObject({ state: 'done', doneLines: 1, totalLines: 1, addedCount: 1, fileId: null });
    expect(await db.storedFile.count({ where: { id: importId } })).toBe(0);
    expect(await db.auditEntry.count({ where: { action: 'customers.imported', subjectId: importId } })).toBe(1);
  });

  test('[R28] one bad line never stops the rest, and each is told with its number and why', async () => {
    const importId = await waitingImport(
      file(
        `Good One,${number()}`,
        'No Number,12',
        `,${number()}`,
        `Bad Class,${number()},,golden`,
        `Not Born,${number()},,,2030-01-01`,
        `${'x'.repeat(121)},${number()}`,
        `Nul\u000b,${number()}`,
        `"Open,${number()}`,
        `Good Two,${number()}`,
      ),
      userId,
    );
    await run(importId);

    const row = await importRow(importId);
    expect(row).toMatchObject({ state: 'done', doneLines: 9, addedCount: 2, refusedCount: 7 });
    expect(row.refusals.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'numberUnreadable@1'],
      [4, 'nameMissing@0'],
      [5, 'classUnknown@3'],
      [6, 'birthdayInFuture@4'],
      [7, 'tooLong@0'],
      [8, 'controlCharacters@0'],
      [9, 'quoteOpen'],
    ]);
    expect((await people()).map(({ name }) => name)).toEqual(['Good One', 'Good Two']);
  });

  test('a file read in the wrong encoding stores nothing of it and says which lines', async () => {
    const importId = await waitingImport(file(`Łucja,${number()}`, `Plain,${number()}`), userId, { encoding: 'windows-1250' });
    await run(importId);
    expect((await importRow(importId)).refusals.map(({ line, reason }) => [line, reason])).toEqual([[2, 'garbled@0']]);
    expect((await people()).map(({ name }) => name)).toEqual(['Plain']);
  });

  test('[S1.15a] fills what is empty of a known number, overwrites nothing, and takes no number from anybody', async () => {
    const [mine, theirs] = [number(), number()];
    await createCustomer(db, { name: 'Known', note: 'kept', numbers: [mine], city: null });
    await createCustomer(db, { name: 'Other', numbers: [theirs] });
    const importId = await waitingImport(
      file(`Called Otherwise,${mine},Lis & Co,,,overwritten?,Kraków`, `Known,${mine}; ${theirs}`.replace(',', ',"').concat('"')),
      userId,
    );
    await run(importId);

    expect(await db.customer.findFirst({ where: { name: 'Known' } })).toMatchObject({
      company: 'Lis & Co',
      note: 'kept',
      city: 'Kraków',
    });
    expect(await importRow(importId)).toMatchObject({ addedCount: 0, changedCount: 1, refusedCount: 1 });
    expect((await importRow(importId)).refusals[0]?.reason).toBe('numbersOfSeveral');
  });

  test('[R30] a number of several people: the one who is called so is meant, else nobody is', async () => {
    const shared = number();
    for (const name of ['Piotr Kowalski', 'Anna Kowalska']) await createCustomer(db, { name, numbers: [shared] });
    const importId = await waitingImport(file(`anna KOWALSKA,${shared},Firma`, `Zenon,${shared}`), userId);
    await run(importId);
    expect(await db.customer.findFirst({ where: { name: 'Anna Kowalska' } })).toMatchObject({ company: 'Firma' });
    expect((await importRow(importId)).refusals).toMatchObject([{ line: 3, reason: 'ownersUnclear' }]);
  });

  test.each(['skip', 'add', 'fill'] as const)('repeated with "%s" for known numbers, it changes nothing', async (known) => {
    const [one, two] = [number(), number()];
    await createCustomer(db, { name: 'Known', numbers: [one] });
    const text = file(`Another,${one},Firm`, `New,${two}`, `New,${two},Later`, 'Without Number,');
    await run(await waitingImport(text, userId, { known }));
    const before = await people();
    const again = await waitingImport(text, userId, { known });
    await run(again);

    expect(await people()).toEqual(before);
    expect(await importRow(again)).toMatchObject({ addedCount: 0, changedCount: 0 });
    expect(before).toHaveLength(known === 'add' ? 4 : 3);
    expect(before.find(({ name }) => name === 'New')?.company).toBe(known === 'skip' ? null : 'Later');
  });

  const LINES = Array.from(
    { length: 20 },
    (_, index) => `Person ${String(index).padStart(2, '0')},+4860288${String(index).padStart(4, '0')}`,
  );

  test('goes on exactly where it was when the process ended between two batches', async () => {
    const importId = await waitingImport(file(...LINES), userId);
    for (let runs = 0; (await importRow(importId)).state !== 'done'; runs += 1) {
      expect(runs).toBeLessThan(10);
      await run(importId, 3, AbortSignal.abort());
    }
    expect((await people()).map(({ name }) => name)).toEqual(LINES.map((line) => line.split(',')[0]));
    expect(await importRow(importId)).toMatchObject({ doneLines: 20, addedCount: 20, refusedCount: 0 });
  });

  test('goes on exactly where it was when the connection died in the middle of a batch', async () => {
    const importId = await waitingImport(file(...LINES), userId);
    await pool().query(`
      create function break_off() returns trigger language plpgsql as $$
      begin
        if new.name = 'Person 10' then perform pg_terminate_backend(pg_backend_pid()); end if;
        return new;
      end $$;
      create trigger break_off before insert on "Customer" for each row execute function break_off()`);
    try {
      await expect(run(importId)).rejects.toThrow();
      expect(await importRow(importId)).toMatchObject({ state: 'running', doneLines: 9, addedCount: 9 });
      expect(await people()).toHaveLength(9);
    } finally {
      await pool().query('drop trigger break_off on "Customer"; drop function break_off()');
    }
    expect(await importsToRun()).toEqual([importId]);
    await run(importId);
    expect((await people()).map(({ name }) => name)).toEqual(LINES.map((line) => line.split(',')[0]));
    expect(await importRow(importId)).toMatchObject({ state: 'done', doneLines: 20, addedCount: 20 });
  });

  test('lines that the database refuses end it with a reason; it goes on there once they can be stored', async () => {
    const importId = await waitingImport(
      file('Ada,601 555 001', 'Bea,601 555 002', 'Poison,601 555 003', 'Dora,601 555 004'),
      userId,
    );
    await pool().query(`alter table "Customer" add constraint "no_poison" check (name <> 'Poison')`);
    try {
      await run(importId, 2);
    } finally {
      await pool().query('alter table "Customer" drop constraint "no_poison"');
    }
    expect(await importRow(importId)).toMatchObject({ state: 'failed', problem: 'linesNotStored', doneLines: 2 });
    expect(await people()).toMatchObject([{ name: 'Ada' }, { name: 'Bea' }]);

    expect(await resumeImport(importId)).toBe(true);
    await run(importId, 2);
    expect(await importRow(importId)).toMatchObject({ state: 'done', problem: null, doneLines: 4 });
    expect((await people()).map(({ name }) => name)).toEqual(['Ada', 'Bea', 'Dora', 'Poison']);
  });

  test('several processes at once store each line once', async () => {
    const importId = await waitingImport(file(...LINES), userId);
    await Promise.all(Array.from({ length: 4 }, () => run(importId, 2)));
    expect(await people()).toHaveLength(20);
    expect(await importRow(importId)).toMatchObject({ state: 'done', doneLines: 20, addedCount: 20 });
  });

  test('two imports of the same numbers at once make each customer once', async () => {
    const ids = await Promise.all([waitingImport(file(...LINES), userId), waitingImport(file(...LINES.toReversed()), userId)]);
    await Promise.all(ids.map((id) => run(id, 5)));
    expect(await people()).toHaveLength(20);
    const rows = await Promise.all(ids.map(importRow));
    expect(rows.reduce((sum, { addedCount }) => sum + addedCount, 0)).toBe(20);
  });

  test('stopped, it stores no more, and goes on when asked', async () => {
    const importId = await waitingImport(file(...LINES), userId);
    await run(importId, 3, AbortSignal.abort());
    expect(await stopImport(importId, NOW)).toBe(true);
    await run(importId);
    expect(await importRow(importId)).toMatchObject({ state: 'stopped', doneLines: 3 });
    expect(await importsToRun()).toEqual([]);

    expect(await resumeImport(importId)).toBe(true);
    await run(importId);
    expect(await importRow(importId)).toMatchObject({ state: 'done', doneLines: 20 });
  });
});

describe('upload and preview', () => {
  test('an Excel workbook, a program and an empty file are refused with why, and nothing is left', async () => {
    const workbook = await upload(Buffer.from('PK\u0003\u0004 and more', 'latin1'), userId);
    expect(workbook.answer).toMatchObject({ ok: false, reason: 'importIsWorkbook' });
    expect((await upload(Uint8Array.of(1, 2, 3, 0), userId)).answer).toMatchObject({ reason: 'importNoCsv' });
    expect((await upload('', userId)).answer).toMatchObject({ reason: 'fileEmpty' });
    expect((await upload('a,b\n', userId, { announcedBytes: 3 })).answer).toMatchObject({ reason: 'fileCutShort' });
    expect((await upload('\n'.repeat(1_000_003), userId)).answer).toMatchObject({ reason: 'importTooLong' });
    expect(await db.storedFile.count({ where: { uploadedById: userId } })).toBe(0);
    expect(await db.customerImport.count()).toBe(0);
  });

  test('the first lines are shown as they would be stored, with what becomes of each; nothing is stored', async () => {
    const known = number();
    await createCustomer(db, { name: 'Known', numbers: [known] });
    const text = `\uFEFF${file(`Known,${known},Firm`, `New,${number()}`, 'Bad,1')}`;
    const { importId } = await upload(text, userId);
    const row = await findImport(importId);
    if (!row?.file) throw new Error('no file');
    const own = await listFields();
    const settings = await guessSettings(row.file, row.settings, own);
    const preview = await previewImport(row.file, settings, own, NOW);

    expect(settings).toMatchObject({ encoding: 'utf-8', delimiter: ',', hasHeader: true });
    expect(settings.columns).toEqual(['name', 'number', 'company', 'class', 'birthday', 'note', 'city']);
    expect(preview.lines.map(({ line, verdict }) => [line, verdict])).toEqual([
      [2, 'fill'],
      [3, 'add'],
      [4, 'refuse'],
    ]);
    expect(await db.customer.count()).toBe(1);
  });

  test('a mapping is remembered by the header', async () => {
    const text = `Whom,Dial\nA,${number()}\n`;
    const settings = { columns: ['name', 'number'] as const };
    await waitingImport(text, userId, { ...settings, columns: [...settings.columns], hasHeader: true, header: ['Whom', 'Dial'] });
    const { importId } = await upload(text, userId);
    const row = await findImport(importId);
    if (!row?.file) throw new Error('no file');
    expect((await guessSettings(row.file, row.settings, [])).columns).toEqual(['name', 'number']);
  });

  test('what nobody imports is discarded, by hand or after a week', async () => {
    const { importId } = await upload(file('A,1'), userId);
    expect(await discardImport(importId)).toBe(true);
    expect(await discardImport(randomUUID())).toBe(false);
    await upload(file('B,1'), userId);
    await sweepImports(new Date(Date.now() + 8 * 24 * 3_600_000));
    expect(await db.customerImport.count()).toBe(0);
    expect(await db.fileChunk.count()).toBe(0);
  });
});
