import type { PoolClient } from 'pg';
import { pool } from './client.ts';

/** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
export async function inTransaction<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool().connect();
  let isBroken = false;
  // A connection that dies between two statements has no query to fail: without a listener it would take the process along.
  const noticeLoss = () => {
    isBroken = true;
  };
  client.on('error', noticeLoss);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not handed to the next caller.
    await client.query('rollback').catch(noticeLoss);
    throw error;
  } finally {
    client.off('error', noticeLoss);
    client.release(isBroken);
  }
}
