const MEBIBYTE = 1024 * 1024;

export const MAX_IMPORT_MEBIBYTES = 200;
export const MAX_IMPORT_BYTES = MAX_IMPORT_MEBIBYTES * MEBIBYTE;
export const MAX_IMPORT_LINES = 1_000_000;
export const MAX_COLUMNS = 200;
/** Stored in one transaction, together with how far the import is. */
export const BATCH_LINES = 500;
export const PREVIEW_LINES = 20;
/** What is kept of a refused line, to be mended. */
export const MAX_KEPT_CHARACTERS = 10_000;
/** How long a file that nobody imports is kept. */
export const KEEP_UPLOADED_DAYS = 7;
