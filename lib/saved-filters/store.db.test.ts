import { describe, expect, test } from 'vitest';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { MAX_SAVED } from './limits.ts';
import { listSavedFilters } from './queries.ts';
import { SaveFilter } from './schema.ts';
import { dropFilter, storeFilter, storeFilterName } from './store.ts';

const ask = (name: string, query: string, isReplacing = false) =>
  SaveFilter.parse({ list: '/deliveries', name, query, isReplacing });

async function save(userId: string, name: string, query: string) {
  const outcome = await storeFilter(ask(name, query), userId);
  if (outcome.kind !== 'saved') throw new Error(outcome.kind);
  return outcome.filterId;
}

describe('saved filters', () => {
  test('keep what can be read of an address, without its page, in one order', async () => {
    const { id } = await createUser(db);
    await save(id, '  Late   shift ', 'text=Wola&after=none_1&status=sent&status2=x&driver=none&day=yesterday');

    expect(await listSavedFilters(id, '/deliveries')).toMatchObject([
      { name: 'Late shift', query: 'status=sent&driver=none&text=Wola' },
    ]);
  });

  test('of two lists may have the same name, and each keeps what its own list can read', async () => {
    const { id } = await createUser(db);
    await save(id, 'Mine', 'status=sent');
    const ofInterests = { list: '/interests', name: 'Mine', query: 'sort=due&responsible=me&status=sent&view=board&after=7' };
    expect((await storeFilter(SaveFilter.parse(ofInterests), id)).kind).toBe('saved');

    expect(await listSavedFilters(id, '/deliveries')).toMatchObject([{ name: 'Mine', query: 'status=sent' }]);
    expect(await listSavedFilters(id, '/interests')).toMatchObject([{ name: 'Mine', query: 'responsible=me&sort=due' }]);
  });

  test('an address that filters nothing is not worth a name', async () => {
    const { id } = await createUser(db);
    expect(await storeFilter(ask('Nothing', 'day=never'), id)).toEqual({ kind: 'empty' });
  });

  test('a name that is taken is replaced only by who says so', async () => {
    const { id } = await createUser(db);
    const filterId = await save(id, 'Mine', 'status=sent');

    expect(await storeFilter(ask('Mine', 'status=ready'), id)).toEqual({ kind: 'nameTaken' });
    expect(await storeFilter(ask('Mine', 'status=ready', true), id)).toEqual({ kind: 'saved', filterId });
    expect(await listSavedFilters(id, '/deliveries')).toEqual([{ id: filterId, name: 'Mine', query: 'status=ready' }]);
  });

  test('two tabs that save under one name at once make one filter', async () => {
    const { id } = await createUser(db);
    const outcomes = await Promise.all(['sent', 'ready'].map((status) => storeFilter(ask('Race', `status=${status}`), id)));

    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['nameTaken', 'saved']);
  });

  test(`one person has ${MAX_SAVED} at most`, async () => {
    const { id } = await createUser(db);
    for (let each = 0; each < MAX_SAVED; each += 1) await save(id, `Filter ${each}`, 'status=sent');

    expect(await storeFilter(ask('One more', 'status=sent'), id)).toEqual({ kind: 'tooMany' });
    expect((await storeFilter(ask('Filter 0', 'status=ready', true), id)).kind).toBe('saved');
  });

  test('a filter gets another name, but not one that is taken', async () => {
    const { id } = await createUser(db);
    await save(id, 'Taken', 'status=sent');
    const filterId = await save(id, 'Old', 'status=ready');

    expect(await storeFilterName({ filterId, name: 'Taken' }, id)).toBe('nameTaken');
    expect(await storeFilterName({ filterId, name: 'New' }, id)).toBe('renamed');
    expect(await dropFilter(filterId, id)).toBe(true);
    expect(await dropFilter(filterId, id)).toBe(false);
  });

  test("[R34] another user's filter is not found, whatever is tried", async () => {
    const [olga, oskar] = [await createUser(db), await createUser(db)];
    const filterId = await save(olga.id, 'Hers', 'status=sent');

    expect(await listSavedFilters(oskar.id, '/deliveries')).toEqual([]);
    expect(await storeFilterName({ filterId, name: 'His' }, oskar.id)).toBe('notFound');
    expect(await dropFilter(filterId, oskar.id)).toBe(false);
    expect((await storeFilter(ask('Hers', 'status=ready', true), oskar.id)).kind).toBe('saved');
    expect(await listSavedFilters(olga.id, '/deliveries')).toMatchObject([{ name: 'Hers', query: 'status=sent' }]);
  });
});
