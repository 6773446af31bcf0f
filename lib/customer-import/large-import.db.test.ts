import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createOrganisation, createUser } from '../../prisma/factories/people.ts';
import { exportCustomers } from '../customer-export/export-customers.ts';
import { db } from '../db/client.ts';
import { beginImport } from './import-store.ts';
import { guessSettings } from './preview.ts';
import { findImport } from './queries.ts';
import { runImport } from './run-import.ts';
import { importRow } from './testing.ts';
import { receiveImport } from './upload.ts';

// A hundred thousand take five times as long and no more memory; see docs/operations.md.
const LINES = 15_000;
const LINES_A_PIECE = 500;
const BATCHES_A_SAMPLE = 8;
const MEBIBYTE = 1024 * 1024;
/** What a batch and a chunk of the file take, with what the collector has not got to. The lines alone are more than that. */
const HELD_BYTES = 12 * MEBIBYTE;

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** What is in memory that somebody still needs. The first collection only sets buffers free; they are given back by the next. */
function heldBytes(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Never whole in memory here either. One line in a hundred is refused. */
async function* manyLines(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode('Name;Phone;Company;Class;Birthday;Note;City;Street;Flat\n');
  for (let from = 0; from < LINES; from += LINES_A_PIECE) {
    const lines = Array.from({ length: LINES_A_PIECE }, (_, index) => lineOf(from + index));
    yield encoder.encode(lines.join(''));
  }
}

function lineOf(index: number): string {
  const digits = String(index).padStart(7, '0');
  const number = index % 100 === 99 ? 'none' : `60${digits}`;
  return `Żaneta Łoś ${index};${number};Firma "Ćma" ${index % 50};regular;24.12.1990;${'Dzwoni dwa razy. '.repeat(20)};Kraków;Długa ${index};${index % 90}\n`;
}

test('[S2.36] many lines are imported and exported in batches, with no more in memory than a batch', {
  timeout: 300_000,
}, async () => {
  await createPbxWorld();
  await createOrganisation(db);
  const userId = (await createUser(db)).id;
  const importId = randomUUID();
  const file = { importId, name: 'many.csv', body: manyLines(), announcedBytes: null };
  const before = heldBytes();
  expect(await receiveImport(file, { userId, at: new Date() })).toMatchObject({ ok: true });
  const uploaded = await findImport(importId);
  if (!uploaded?.file) throw new Error('The import has no file.');
  expect(uploaded.file.bytes).toBeGreaterThan(HELD_BYTES / 2);
  await beginImport(importId, await guessSettings(uploaded.file, uploaded.settings, []));

  const samples: number[] = [];
  let asked = 0;
  const now = () => {
    asked += 1;
    if (asked % BATCHES_A_SAMPLE === 0) samples.push(heldBytes() - before);
    return new Date();
  };
  await runImport(importId, { now });
  expect(await importRow(importId).then(({ refusals, ...row }) => ({ ...row, refused: refusals.length }))).toMatchObject({
    state: 'done',
    doneLines: LINES,
    addedCount: LINES * 0.99,
    refused: LINES * 0.01,
  });
  expect(samples.length).toBeGreaterThan(3);
  expect(Math.max(...samples)).toBeLessThan(HELD_BYTES);

  let lines = 0;
  const exporting: number[] = [];
  for await (const part of exportCustomers({ filter: {}, country: 'PL', userId })) {
    lines += part.split('\r\n').length - 1;
    if (lines % 5_000 === 1) exporting.push(heldBytes() - before);
  }
  expect(lines).toBe(LINES * 0.99 + 1);
  expect(Math.max(...exporting)).toBeLessThan(HELD_BYTES);
});
