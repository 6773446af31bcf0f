import { expect, test } from 'vitest';
import { pool } from './client.ts';
import { inTransaction } from './transaction.ts';

test('[R12] a connection that is cut between two statements fails its transaction and nothing else', async () => {
  const cut = inTransaction(async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const lost = new Promise((resolve) => client.once('error', resolve));
    await pool().query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await lost;
    await client.query('select 1');
  });

  await expect(cut).rejects.toThrow();
  await expect(inTransaction(async (client) => (await client.query('select 1 as one')).rows)).resolves.toEqual([{ one: 1 }]);
});
