import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import { MAX_TAGS_EACH } from '../tags/limits.ts';
import { countTags } from '../tags/queries.ts';
import { deleteTag, renameTag } from '../tags/store.ts';
import { assignablePeople, assignMissedCall } from './assign-store.ts';
import { MissedCallFilter } from './filter.ts';
import { listMissedCalls } from './queries.ts';
import { addTag, removeTag } from './tag-store.ts';
import type { MissedCallViewer } from './visible.ts';

const ALL: MissedCallViewer = { chainIds: null };
const NOBODYS: MissedCallViewer = { chainIds: [] };
const AT = new Date('2026-01-31T10:00:00Z');

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let id: string;

beforeEach(async () => {
  world = await createPbxWorld();
  id = await misses();
});

async function misses(): Promise<string> {
  const number = uniqueNumber();
  const { offered, end } = buildCallEvents(number, world.line.e164, randomUUID());
  await recordEvents(world.source, randomUUID(), parsed(offered, end(20)));
  return (await db.missedCall.findFirstOrThrow({ where: { callerE164: number } })).id;
}
const by = () => ({ userId: world.olga.id, at: AT });
const tagsOf = async () =>
  (
    await db.missedCallTag.findMany({ where: { missedCallId: id }, include: { tag: true }, orderBy: { tag: { key: 'asc' } } })
  ).map(({ tag }) => tag.name);
const listed = async (filter: Record<string, string>, viewer = ALL) =>
  (await listMissedCalls(MissedCallFilter.parse(filter), viewer)).rows.map((row) => row.id);

describe('a tag', () => {
  test('[S2.11] is one however it is written, also where two put it on at once, and the list can be narrowed to it', async () => {
    const other = await misses();
    const word = `Żurek ${id.slice(0, 8)}`;
    await Promise.all([addTag(id, word, ALL, by()), addTag(other, word.toLowerCase(), ALL, by())]);
    expect(await addTag(id, word.toUpperCase(), ALL, by())).toEqual({ kind: 'same' });
    expect(await tagsOf()).toHaveLength(1);

    const tag = await db.missedCallTag.findFirstOrThrow({ where: { missedCallId: id } });
    expect((await listed({ tag: tag.tagId })).toSorted()).toEqual([id, other].toSorted());
    await removeTag(other, tag.tagId, ALL);
    expect(await listed({ tag: tag.tagId })).toEqual([id]);
  });

  test('[R34] is not put on, nor taken off, what one may not see', async () => {
    expect(await addTag(id, 'Catering', NOBODYS, by())).toEqual({ kind: 'notFound' });
    expect(await removeTag(id, randomUUID(), NOBODYS)).toEqual({ kind: 'notFound' });
    expect(await tagsOf()).toEqual([]);
  });

  test('is refused beyond as many as say something', async () => {
    for (let each = 0; each < MAX_TAGS_EACH; each += 1) await addTag(id, `Tag ${each}`, ALL, by());
    expect(await addTag(id, 'One more', ALL, by())).toEqual({ kind: 'tooMany' });
  });
});

describe('the tags of the organisation', () => {
  test('are renamed and deleted everywhere; no two have one name', async () => {
    const word = `Party ${id.slice(0, 8)}`;
    await addTag(id, word, ALL, by());
    const [tag] = await db.missedCallTag.findMany({ where: { missedCallId: id } });
    const tagId = tag?.tagId ?? '';
    await addTag(id, `${word} b`, ALL, by());
    expect(await renameTag(tagId, `${word} B`, world.olga.id)).toBe('taken');
    expect(await renameTag(tagId, `${word} c`, world.olga.id)).toBe('changed');
    expect(await tagsOf()).toEqual([`${word} b`, `${word} c`]);
    expect((await countTags()).find((each) => each.id === tagId)).toMatchObject({ name: `${word} c`, uses: 1 });
    expect(await deleteTag(tagId, world.olga.id)).toBe('changed');
    expect(await deleteTag(tagId, world.olga.id)).toBe('notFound');
    expect(await renameTag(tagId, 'Gone', world.olga.id)).toBe('notFound');
    expect(await tagsOf()).toEqual([`${word} b`]);
  });
});

describe('who is to deal with it', () => {
  const assign = (toId: string | null, viewer = ALL) =>
    assignMissedCall({ missedCallId: id, toId, byId: world.oskar.id, at: AT }, viewer);

  test('is in its ledger, once, and the list can be narrowed to one’s own and to nobody’s', async () => {
    expect(await listed({ assigned: 'nobody' })).toContain(id);
    await Promise.all([assign(world.olga.id), assign(world.olga.id)]);
    expect(await db.ledgerEvent.count({ where: { missedCallId: id, type: 'assigned' } })).toBe(1);
    expect(await listed({ assigned: 'me' }, { ...ALL, userId: world.olga.id })).toEqual([id]);
    expect(await listed({ assigned: 'me' }, { ...ALL, userId: world.oskar.id })).toEqual([]);
    expect(await listed({ assigned: 'nobody' })).not.toContain(id);
  });

  test('[R34] is only somebody who may see it, and said only by who may', async () => {
    const outsider = await createOutsider();
    expect(await assign(outsider)).toEqual({ kind: 'cannotSee' });
    expect(await assign(world.olga.id, NOBODYS)).toEqual({ kind: 'notFound' });
    expect(await assignablePeople(id, NOBODYS)).toBeNull();
    const names = (await assignablePeople(id, ALL))?.map((person) => person.id);
    expect(names).toEqual(expect.arrayContaining([world.olga.id, world.oskar.id]));
    expect(names).not.toContain(outsider);
  });
});

async function createOutsider(): Promise<string> {
  const { olga } = await createPbxWorld();
  return olga.id;
}
