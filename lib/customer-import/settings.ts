import { z } from 'zod';
import { DELIMITERS } from '../csv/delimiter.ts';
import { ENCODINGS } from '../csv/encoding-names.ts';
import { MAX_COLUMNS } from './limits.ts';
import { IMPORT_FIELDS, KNOWN_CHOICES } from './types.ts';

const Column = z.union([z.literal(''), z.enum(IMPORT_FIELDS), z.templateLiteral(['field:', z.uuid()])]);

/** How a file is read, and which column is what. */
export const ImportSettings = z.object({
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  hasHeader: z.boolean(),
  columns: z.array(Column).max(MAX_COLUMNS),
  known: z.enum(KNOWN_CHOICES),
});
export type ImportSettings = z.infer<typeof ImportSettings>;

/** As they are stored: with what stands above the columns, by which the next file of this kind is recognised. */
export const StoredSettings = ImportSettings.extend({ header: z.array(z.string()).max(MAX_COLUMNS) });
export type StoredSettings = z.infer<typeof StoredSettings>;

/** Only while the page was not opened yet: what the whole file said while it came. */
export const UploadedFacts = z.object({ isUtf8: z.boolean() });

export const ImportId = z.uuid();
export const WithSettings = z.object({ importId: ImportId, settings: ImportSettings });
/** Other separators, encodings or a header lead to other columns: they are guessed again. */
export const PreviewImport = z.object({ importId: ImportId, settings: ImportSettings, guessesColumns: z.boolean() });

/** Why an import cannot begin as it is set; null when it can. */
export function settingsProblem({ columns }: Pick<ImportSettings, 'columns'>): 'noName' | 'twice' | null {
  const named = columns.filter((column) => column !== '' && column !== 'number');
  if (new Set(named).size < named.length) return 'twice';
  return named.some((column) => ['name', 'firstName', 'lastName'].includes(column)) ? null : 'noName';
}
