import { pool } from './client.ts';

/**
 * Runs a statement until it finds less than a whole batch; its last parameter is how many rows it may take. One over everything that a
 * busy month left would outlast the time limit of a statement, and never get done.
 */
export async function inBatches(statement: string, values: readonly unknown[], rows = 5_000): Promise<void> {
  let found: number | null;
  do {
    ({ rowCount: found } = await pool().query(statement, [...values, rows]));
  } while (found === rows);
}
