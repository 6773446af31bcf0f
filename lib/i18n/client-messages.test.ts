import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import { messagesOfAnyPage, OF_ROOMS } from './client-messages.ts';

/** The rooms whose layouts hand out all words. */
const ROOMS = ['components/admin/', 'components/board/', 'components/customers/import/'];

test('a page carries along the words that its components use, and none of a room that it is not', () => {
  const carried = messagesOfAnyPage(en);
  expect(Object.keys(carried).toSorted()).toEqual(
    Object.keys(en)
      .filter((namespace) => !OF_ROOMS.some((room) => room === namespace))
      .toSorted(),
  );
});

test('no component outside a room speaks the words of one', () => {
  const components = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .map((path) => join('components', path))
    .filter((path) => /\.tsx?$/.test(path) && !ROOMS.some((room) => path.startsWith(room)));
  expect(components.length).toBeGreaterThan(100);

  const strangers = components.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/useTranslations\('(\w+)/g)]
      .map(([, namespace]) => namespace)
      .filter((namespace) => OF_ROOMS.some((room) => room === namespace))
      .map((namespace) => `${path}: ${namespace}`),
  );
  expect(strangers).toEqual([]);
});
