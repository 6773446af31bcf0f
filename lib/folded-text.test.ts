import { expect, test } from 'vitest';
import { foldText, patternsOf } from './folded-text.ts';

test('accents and capitals make no difference', () => {
  expect(foldText('Żurek z BIAŁĄ kiełbasą')).toBe('zurek z biala kielbasa');
});

test('[R26] what means something to `like` is only text', () => {
  expect(patternsOf('100% Kowal_ki')).toEqual(['%100\\%%', '%kowal\\_ki%']);
});
