import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { administer, urlOfDatabase } from '../database/scratch.ts';

// Runs before the test file is loaded, so that lib/env.ts reads this database and no other.
const templateUrl = inject('templateUrl');
const template = new URL(templateUrl).pathname.slice(1);
const name = `offhook_test_${randomBytes(6).toString('hex')}`;

await administer(templateUrl, `create database "${name}" template "${template}"`);
process.env.DATABASE_URL = urlOfDatabase(templateUrl, name);

afterAll(async () => {
  await administer(templateUrl, `drop database "${name}" with (force)`);
});
