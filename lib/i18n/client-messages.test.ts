import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OF_ROOMS } from './client-messages.ts';

/** The rooms whose layouts hand out all words. */
const LAYOUTS = {
  'components/admin/': 'app/(desk)/admin/layout.tsx',
  'components/board/': 'app/pos/layout.tsx',
  'components/customers/import/': 'app/(desk)/customers/import/layout.tsx',
  'components/missed-calls/': 'app/(desk)/calls/missed/layout.tsx',
  'components/statistics/': 'app/(desk)/statistics/layout.tsx',
};
const ROOMS = [
  'components/admin/',
  'components/board/',
  'components/customers/import/',
  'components/missed-calls/',
  'components/statistics/',
] as const;

test.each(ROOMS)('the layout of %s hands out all words', (room) => {
  expect(readFileSync(LAYOUTS[room], 'utf8')).toContain('<AllMessages>');
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
