import { decoded } from '../csv/encoding.ts';
import { type CsvRecord, createCsvReader } from '../csv/records.ts';
import { streamFile } from '../files/chunk-store.ts';
import type { ImportSettings } from './settings.ts';

type File = { id: string; bytes: number };
type Read = Pick<ImportSettings, 'encoding' | 'delimiter'>;

/** The records of a stored file in their order; a chunk of it is in memory at a time. */
export async function* readRecords({ id, bytes }: File, { encoding, delimiter }: Read): AsyncGenerator<CsvRecord> {
  const reader = createCsvReader(delimiter);
  for await (const text of decoded(streamFile(id, bytes), encoding)) yield* reader.push(text);
  yield* reader.end();
}
