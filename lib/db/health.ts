import { setTimeout as wait } from 'node:timers/promises';
import { pool } from './client.ts';

const PATIENCE_MS = 1_500;

/** Whether the database answers a question within a second and a half. One that hangs counts as away (R13). */
export async function databaseAnswers(): Promise<boolean> {
  const answer = pool()
    .query('select 1')
    .then(() => true)
    .catch(() => false);
  return Promise.race([answer, wait(PATIENCE_MS, false, { ref: false })]);
}
