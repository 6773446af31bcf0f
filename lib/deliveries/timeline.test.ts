import { expect, test } from 'vitest';
import { readDetails } from './timeline.ts';

test('what an event says of itself is read, parts apart from products', () => {
  const details = { amountMinor: 9_700, fromAmountMinor: 8_400, parts: ['street', 'line:1'], added: ['Kompot'] };
  expect(readDetails(details)).toMatchObject({
    amountMinor: 9_700,
    fromAmountMinor: 8_400,
    parts: ['street'],
    areLines: true,
    added: ['Kompot'],
  });
});

test.each([[{}], [null], ['text'], [[]], [{ amountMinor: 'much', parts: 'all', added: [1], to: 'nowhere' }]])(
  '%j says nothing, and breaks nothing',
  (details) => {
    expect(readDetails(details)).toMatchObject({
      amountMinor: null,
      reason: '',
      parts: [],
      added: [],
      to: null,
      areLines: false,
    });
  },
);
