import { expect, test } from 'vitest';
import { seal, unseal } from './vault.ts';

test('a sealed secret opens again, and says nothing of itself', () => {
  const sealed = seal('whsec_something');
  expect(unseal(sealed)).toBe('whsec_something');
  expect(sealed).not.toContain('something');
  expect(seal('whsec_something')).not.toBe(sealed);
});

test('a secret that was changed does not open', () => {
  const sealed = seal('whsec_something');
  const changed = sealed.slice(0, -3) + (sealed.endsWith('AAA') ? 'BBB' : 'AAA');
  expect(() => unseal(changed)).toThrow();
  expect(() => unseal('whsec_something')).toThrow('Not a sealed secret.');
});
