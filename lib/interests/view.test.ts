import { expect, test } from 'vitest';
import { InterestPageParams, viewPath } from './view.ts';

test.each([
  ['list', '', '/interests'],
  ['list', 'responsible=me', '/interests?responsible=me'],
  ['board', '', '/interests?view=board'],
  ['board', 'responsible=me', '/interests?view=board&responsible=me'],
  ['mine', 'responsible=me', '/interests?view=mine'],
] as const)('the %s of %j is at %s', (view, query, path) => {
  expect(viewPath(view, query)).toBe(path);
});

test('a view that is none is the list', () => {
  expect(InterestPageParams.parse({})).toEqual({ view: 'list' });
  expect(InterestPageParams.parse({ view: 'kanban' })).toEqual({ view: 'list' });
  expect(InterestPageParams.parse({ view: ['board', 'mine'] })).toEqual({ view: 'list' });
});
