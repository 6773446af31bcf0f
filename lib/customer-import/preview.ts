import { guessDelimiter } from '../csv/delimiter.ts';
import { decoded, guessEncoding, isGarbled } from '../csv/encoding.ts';
import type { CsvRecord } from '../csv/records.ts';
import { db, pool } from '../db/client.ts';
import { readRange } from '../files/chunk-store.ts';
import { newId } from '../new-id.ts';
import { organisation } from '../organisation/queries.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { wallClock } from '../wall-clock.ts';
import { MAX_COLUMNS, PREVIEW_LINES } from './limits.ts';
import { guessByContent, guessByHeader, guessHasHeader } from './mapping.ts';
import { loadPeople } from './people-queries.ts';
import { planLine } from './plan.ts';
import { readRecords } from './read-file.ts';
import { readLine } from './read-line.ts';
import { type ImportSettings, StoredSettings, UploadedFacts } from './settings.ts';
import type { LineCustomer, LineProblem, OwnField } from './types.ts';

const HEAD_BYTES = 64 * 1024;
const EARLIER_IMPORTS = 30;

export type PreviewLine = {
  line: number;
  cells: string[];
  verdict: 'add' | 'fill' | 'skip' | 'refuse';
  /** As it would be stored; null where it is refused as a line. */
  customer: LineCustomer | null;
  problems: LineProblem[];
};

export type ImportPreview = {
  settings: StoredSettings;
  lines: PreviewLine[];
  /** The first of the lines shown that was read in an encoding it is not written in. */
  garbledLine: number | null;
  columnCount: number;
};

type File = { id: string; bytes: number };

/** How the file seems to be read: by its bytes, by its first lines, and by how one with the same header was read before. */
export async function guessSettings(file: File, stored: unknown, own: OwnField[]): Promise<StoredSettings> {
  const kept = StoredSettings.safeParse(stored);
  if (kept.success) return kept.data;

  const head = await readRange(file.id, 0, Math.min(HEAD_BYTES, file.bytes));
  const encoding = guessEncoding(head, UploadedFacts.safeParse(stored).data?.isUtf8 ?? true);
  const delimiter = guessDelimiter(await textOf(head, encoding));
  return guessColumns(file, { encoding, delimiter, known: 'fill' }, own, null);
}

/** Guesses header and columns anew, where separator or encoding were changed; `hasHeader` where a person said so. */
export async function guessColumns(
  file: File,
  read: Pick<ImportSettings, 'encoding' | 'delimiter' | 'known'>,
  own: OwnField[],
  hasHeader: boolean | null,
): Promise<StoredSettings> {
  const rows = (await firstRecords(file, read)).map(({ cells }) => cells.slice(0, MAX_COLUMNS));
  const isHeaded = hasHeader ?? guessHasHeader(rows, own);
  const header = isHeaded ? (rows[0] ?? []).map(cleanTitle) : [];
  const columns = isHeaded ? ((await rememberedColumns(header, own)) ?? guessByHeader(header, own)) : guessByContent(rows);
  return StoredSettings.parse({ ...read, hasHeader: isHeaded, columns, header });
}

export async function previewImport(file: File, settings: StoredSettings, own: OwnField[], now: Date): Promise<ImportPreview> {
  const records = (await firstRecords(file, settings)).slice(settings.hasHeader ? 1 : 0).slice(0, PREVIEW_LINES);
  const [country, { timeZone }] = await Promise.all([numberCountry(), organisation()]);
  const reading = { columns: settings.columns, own, country, today: wallClock(now, timeZone).day };
  const read = records.map((record) => readLine(record, reading));

  const people = await loadPeople(
    pool(),
    read.flatMap((line) => ('customer' in line ? [line.customer] : [])),
  );
  const lines = read.map((line): PreviewLine => {
    const { line: number, cells } = line;
    if ('problems' in line) return { line: number, cells, verdict: 'refuse', customer: null, problems: line.problems };

    const step = planLine(line.customer, { people, choice: settings.known, newId });
    const problems = step.kind === 'refuse' ? [{ key: step.key, column: null }] : [];
    return { line: number, cells, verdict: step.kind, customer: line.customer, problems };
  });
  return {
    settings,
    lines,
    garbledLine: records.find(({ cells }) => cells.some(isGarbled))?.line ?? null,
    columnCount: Math.min(MAX_COLUMNS, Math.max(settings.header.length, ...records.map(({ cells }) => cells.length))),
  };
}

async function firstRecords(file: File, read: Pick<ImportSettings, 'encoding' | 'delimiter'>): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of readRecords(file, read)) {
    records.push(record);
    if (records.length > PREVIEW_LINES) break;
  }
  return records;
}

/** What the columns of a file with this header were last time. */
async function rememberedColumns(header: string[], own: OwnField[]): Promise<string[] | null> {
  const rows = await db.customerImport.findMany({
    where: { state: { notIn: ['uploaded'] } },
    select: { settings: true },
    orderBy: { createdAt: 'desc' },
    take: EARLIER_IMPORTS,
  });
  const fields = new Set(own.map(({ id }) => `field:${id}`));
  for (const { settings } of rows) {
    const earlier = StoredSettings.safeParse(settings);
    if (!earlier.success || JSON.stringify(earlier.data.header) !== JSON.stringify(header)) continue;
    return earlier.data.columns.map((column) => (column.startsWith('field:') && !fields.has(column) ? '' : column));
  }
  return null;
}

function cleanTitle(title: string): string {
  return title.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 120);
}

async function textOf(head: Uint8Array, encoding: ImportSettings['encoding']): Promise<string> {
  async function* once() {
    yield head;
  }
  let text = '';
  for await (const part of decoded(once(), encoding)) text += part;
  return text;
}
