import { expect, test } from 'vitest';
import { createConnection } from '../prisma/factories/pbx.ts';
import { createUser } from '../prisma/factories/people.ts';
import { db } from './db/client.ts';
import { findDemoTraces } from './demo-guard.ts';

test('a demo account and the practice source are found, others are not', async () => {
  await createUser(db, { isDemo: false });
  await createConnection(db, { kind: 'asterisk' });
  expect(await findDemoTraces()).toEqual({ hasAccount: false, hasPracticeSource: false });

  await createUser(db, { isDemo: true });
  await createConnection(db, { kind: 'practice' });
  expect(await findDemoTraces()).toEqual({ hasAccount: true, hasPracticeSource: true });
});
