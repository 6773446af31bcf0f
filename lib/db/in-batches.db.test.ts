import { expect, test } from 'vitest';
import { createSignInFailure } from '../../prisma/factories/people.ts';
import { db } from './client.ts';
import { inBatches } from './in-batches.ts';

const DELETE = 'delete from "SignInFailure" where id in (select id from "SignInFailure" where address = $1 limit $2)';

test('a statement is run until nothing is left, also where the last batch is a whole one', async () => {
  for (const address of ['10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.1', '10.0.0.2']) await createSignInFailure(db, { address });
  await inBatches(DELETE, ['10.0.0.1'], 2);
  expect(await db.signInFailure.findMany({ select: { address: true } })).toEqual([{ address: '10.0.0.2' }]);
});
