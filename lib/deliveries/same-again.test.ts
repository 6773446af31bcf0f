import { expect, test } from 'vitest';
import { MAX_LINES } from './limits.ts';
import { sameAgain } from './same-again.ts';

const bigos = { name: 'Bigos', quantity: 2, note: 'no bread', today: { id: 'p1', name: 'Bigos staropolski', priceMinor: 3100 } };
const gone = { name: 'Karp', quantity: 1, note: '', today: null };

test('the same again is new lines, with notes and quantities of then and names and prices of today', () => {
  const { added } = sameAgain([bigos], 0);
  expect(added).toMatchObject([{ productId: 'p1', name: 'Bigos staropolski', priceMinor: 3100, quantity: 2, note: 'no bread' }]);
});

test('what is not sold today is named, not added', () => {
  expect(sameAgain([gone, bigos], 0)).toMatchObject({ added: [{ productId: 'p1' }], missing: ['Karp'] });
});

test('a full order takes no more', () => {
  expect(sameAgain([bigos], MAX_LINES)).toEqual({ added: [], missing: ['Bigos'] });
});
