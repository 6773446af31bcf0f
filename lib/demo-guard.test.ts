import { describe, expect, test } from 'vitest';
import { whyNotStart } from './demo-guard.ts';

const production = { isDemo: false, isProduction: true, host: '0.0.0.0', secret: 'a secret of sixteen' };
const demo = { ...production, isDemo: true, host: '127.0.0.1' };
const clean = { hasAccount: false, hasPracticeSource: false };

describe('whyNotStart', () => {
  test('production starts on a database that the demo never touched', () => {
    expect(whyNotStart(production, clean)).toBeNull();
  });

  test('production refuses while a demo account is there', () => {
    expect(whyNotStart(production, { ...clean, hasAccount: true })).toMatch(/demo account/);
  });

  test('production refuses while the published secret is there', () => {
    expect(whyNotStart(production, { ...clean, hasPracticeSource: true })).toMatch(/practice source/);
  });

  test('production refuses without a secret', () => {
    expect(whyNotStart({ ...production, secret: undefined }, clean)).toMatch(/OFFHOOK_SECRET/);
  });

  test('development needs no secret of its own', () => {
    expect(whyNotStart({ ...production, isProduction: false, secret: undefined }, clean)).toBeNull();
  });

  test('the demo may hold what is published', () => {
    expect(whyNotStart(demo, { hasAccount: true, hasPracticeSource: true })).toBeNull();
  });

  test('the demo refuses to be reached from elsewhere', () => {
    expect(whyNotStart({ ...demo, host: '0.0.0.0' }, clean)).toMatch(/may only listen on this machine/);
  });
});
