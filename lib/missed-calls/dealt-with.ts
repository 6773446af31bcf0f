import type { Book } from './book.ts';
import type { StoredRow } from './row-store.ts';

/** The rows on the list that somebody spoke about with the caller at `at`: those they were missed in before, on any line (S2.14b, S2.17). */
export function rowsMissedBefore(book: Book, e164: string, at: Date): StoredRow[] {
  return book.listedOf(e164).filter((row) => row.lastMissedAt < at && (row.restoredAt === null || row.restoredAt < at));
}
