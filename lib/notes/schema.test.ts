import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { MAX_NOTE_CHARACTERS } from './limits.ts';
import { mayDeleteNote, mayWriteNote } from './policy.ts';
import { CreateNote } from './schema.ts';

const note = (change: Partial<Record<keyof CreateNote, unknown>> = {}) =>
  CreateNote.safeParse({ noteId: randomUUID(), text: 'Rings twice', customerId: randomUUID(), callId: null, ...change });

describe('a note', () => {
  test('is trimmed, and keeps its lines', () => {
    expect(note({ text: '  First\nsecond \n' }).data?.text).toBe('First\nsecond');
  });

  test.each([
    ['of spaces', { text: ' \n ' }, 'noteEmpty'],
    ['of nothing but control characters', { text: '\u0000\u0007' }, 'noteEmpty'],
    ['of one letter too many', { text: 'x'.repeat(MAX_NOTE_CHARACTERS + 1) }, 'tooLong'],
  ])('%s is refused', (_, change, message) => {
    expect(note(change).error?.issues).toMatchObject([{ path: ['text'], message }]);
  });

  test('may have exactly as many letters as allowed', () => {
    expect(note({ text: 'x'.repeat(MAX_NOTE_CHARACTERS) }).success).toBe(true);
  });

  test('about nobody and no call is none', () => {
    expect(note({ customerId: null }).success).toBe(false);
  });
});

describe('[R34] who may', () => {
  const operator = { id: 'olga', role: 'operator', grants: [] } as const;
  const supervisor = { id: 'sylwia', role: 'supervisor', grants: [] } as const;
  const venue = { id: 'venue', role: 'venue', grants: [] } as const;

  test('delete a note: its author, and who answers for all lines', () => {
    expect(mayDeleteNote(operator, { authorId: 'olga' })).toBe(true);
    expect(mayDeleteNote(operator, { authorId: 'oskar' })).toBe(false);
    expect(mayDeleteNote(operator, { authorId: null })).toBe(false);
    expect(mayDeleteNote(supervisor, { authorId: 'olga' })).toBe(true);
  });

  test('write one: who may change customers, or handles calls; never a venue', () => {
    expect(mayWriteNote(operator, { callId: null })).toBe(true);
    expect(mayWriteNote(operator, { callId: 'call' })).toBe(true);
    expect(mayWriteNote(venue, { callId: null })).toBe(false);
    expect(mayWriteNote(venue, { callId: 'call' })).toBe(false);
  });
});
