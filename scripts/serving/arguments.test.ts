import { expect, test } from 'vitest';
import { Failure } from '../failure.ts';
import { readServeArguments } from './arguments.ts';

test('the demo plays on the practice phone, or on a real PBX when asked to', () => {
  expect(readServeArguments([])).toEqual({ withAsterisk: false });
  expect(readServeArguments(['--asterisk'])).toEqual({ withAsterisk: true });
});

test.each([['--asterix'], ['asterisk'], ['--asterisk=22']])('%s is refused in one sentence', (word) => {
  expect(() => readServeArguments([word])).toThrow(Failure);
  expect(() => readServeArguments([word])).toThrow('--asterisk');
});
