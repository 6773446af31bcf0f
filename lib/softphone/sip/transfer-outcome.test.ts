import { expect, test } from 'vitest';
import { transferOutcome } from './transfer-outcome.ts';

test.each([
  ['SIP/2.0 100 Trying\r\n', 'pending'],
  ['SIP/2.0 180 Ringing', 'done'],
  ['SIP/2.0 200 OK\r\n', 'done'],
  ['SIP/2.0 486 Busy Here', 'failed'],
  ['SIP/2.0 603 Declined', 'failed'],
  ['', 'pending'],
  ['nonsense', 'pending'],
] as const)('%j is %s', (body, outcome) => {
  expect(transferOutcome(body)).toBe(outcome);
});
