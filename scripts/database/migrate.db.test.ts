import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migrations.ts';
import { withScratchDatabase } from './scratch.ts';

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: name.padEnd(64, '0') });

function onEmptyDatabase(work: (url: string) => Promise<void>) {
  return withScratchDatabase(inject('templateUrl'), `offhook_test_${randomBytes(6).toString('hex')}`, work);
}

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('migrate', () => {
  test('applies in order, once', () =>
    onEmptyDatabase(async (url) => {
      const files = [migration('1_table', 'create table thing (id int)'), migration('2_row', 'insert into thing values (7)')];

      expect(await migrate(url, files)).toEqual(['1_table', '2_row']);
      expect(await migrate(url, files)).toEqual([]);
      expect(await ask(url, 'select id from thing')).toEqual([{ id: 7 }]);
    }));

  test('a migration that fails leaves nothing of itself, and those before it stay', () =>
    onEmptyDatabase(async (url) => {
      const files = [
        migration('1_table', 'create table thing (id int)'),
        migration('2_bad', 'insert into thing values (1); insert into nowhere values (1)'),
      ];

      await expect(migrate(url, files)).rejects.toThrow('The migration 2_bad failed and was undone');
      expect(await ask(url, 'select * from thing')).toEqual([]);
      expect(await ask(url, 'select migration_name from "_prisma_migrations"')).toEqual([{ migration_name: '1_table' }]);
    }));

  test('two runs at once apply each migration once', () =>
    onEmptyDatabase(async (url) => {
      const files = [migration('1_table', 'create table thing (id int)')];
      const applied = await Promise.all([migrate(url, files), migrate(url, files), migrate(url, files)]);
      expect(applied.flat()).toEqual(['1_table']);
    }));

  test('the migrations of the product apply to an empty database', () =>
    onEmptyDatabase(async (url) => {
      expect(await migrate(url)).toHaveLength(readMigrations().length);
    }));
});

describe('the model guards itself', () => {
  test('delivery numbers begin at 1000', async () => {
    expect(
      await ask(inject('templateUrl'), "select start_value from pg_sequences where sequencename = 'Delivery_number_seq'"),
    ).toEqual([{ start_value: '1000' }]);
  });

  test('a phone number has exactly one owner', () =>
    onEmptyDatabase(async (url) => {
      await migrate(url);
      const orphan = `insert into "PhoneNumber" ("id", "raw", "e164", "display") values (gen_random_uuid(), '', '+48600100101', '')`;
      await expect(ask(url, orphan)).rejects.toThrow('PhoneNumber_owner_check');
    }));
});
