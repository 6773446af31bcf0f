import { expect, test } from 'vitest';
import { withTheirs } from './with-theirs.ts';

const details = {
  name: 'Ewa',
  company: '',
  class: 'regular',
  note: 'Mine',
  birthday: null,
  source: '',
  city: '',
  country: '',
  managerId: null,
  extra: { a: 'mine', b: 'mine' },
} as const;

test('a colleague’s values stand where they were told, everything else stays mine', () => {
  const theirs = { ...details, name: 'Eva', note: 'Theirs', extra: { b: 'theirs' } };
  expect(withTheirs(details, theirs, ['note', 'extra.a'])).toEqual({
    ...details,
    note: 'Theirs',
    extra: { a: null, b: 'mine' },
  });
});
