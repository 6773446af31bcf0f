import { expect, test } from 'vitest';
import { foldersOf } from './folders.ts';

test('the socket goes to a short path where the folder is deep: the system allows no long one', () => {
  expect(foldersOf('/srv/desk/.data/asterisk').run).toBe('/srv/desk/.data/asterisk/run');

  const deep = `/home/${'deeper/'.repeat(20)}asterisk`;
  expect(foldersOf(deep).run.length).toBeLessThan(100);
  expect(foldersOf(deep).run).not.toBe(foldersOf(`${deep}2`).run);
  expect(foldersOf(deep).log).toBe(`${deep}/log`);
});
