import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keptDrafts } from './kept-drafts';

let stored: Map<string, string>;

beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const draft = { noteId: 'note-1', text: 'Rings at the' };

test('a note is kept while it is written, with its id, for its user and what it is about', () => {
  keptDrafts('olga', 'helena').keep(draft);
  expect(keptDrafts('olga', 'helena').find()).toEqual(draft);
  expect(keptDrafts('oskar', 'helena').find()).toBeNull();
  expect(keptDrafts('olga', 'vera').find()).toBeNull();
});

test('nothing is kept of one that was saved, or emptied', () => {
  const drafts = keptDrafts('olga', 'helena');
  drafts.keep(draft);
  drafts.keep({ ...draft, text: '' });
  expect(stored.size).toBe(0);
  drafts.keep(draft);
  drafts.drop();
  expect(stored.size).toBe(0);
});

test('what is no draft is none, and a storage that is full or forbidden costs only the safety net', () => {
  stored.set('offhook-note:olga:helena', '{"text":5}');
  expect(keptDrafts('olga', 'helena').find()).toBeNull();

  vi.stubGlobal('localStorage', undefined);
  const drafts = keptDrafts('olga', 'helena');
  expect(() => drafts.keep(draft)).not.toThrow();
  expect(drafts.find()).toBeNull();
});
