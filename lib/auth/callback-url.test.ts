import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeCallbackUrl, signInAddress } from './callback-url.ts';

const SITE = 'https://desk.example';

describe('safeCallbackUrl', () => {
  test.each(['/deliveries', '/deliveries/new?phone=%2B48600100101&call=1', '/customers#notes', '/a//b'])('keeps %j', (path) => {
    expect(safeCallbackUrl(path)).toBe(path);
  });

  test.each([
    'https://evil.example',
    'https:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /deliveries',
    '/.//evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'deliveries',
    '',
    '/',
    '/sign-in',
    '/sign-in?callbackUrl=%2Fsign-in',
    '/api/auth/signout',
    `/${'a'.repeat(2_000)}`,
    null,
    undefined,
    ['/deliveries'],
  ])('refuses %j', (raw) => {
    expect(safeCallbackUrl(raw)).toBeNull();
  });

  test('never leads to another site, whatever is written', () => {
    const slashes = fc
      .array(fc.constantFrom('/', '\\', '.', ':', '@', '\t', '\n', '%2f', 'evil.example', 'https', '?', '#'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          slashes,
          slashes.map((text) => `/${text}`),
        ),
        (raw) => {
          const safe = safeCallbackUrl(raw);
          if (safe !== null) expect(new URL(safe, SITE).origin).toBe(SITE);
        },
      ),
    );
  });

  test('what it returned once it returns again', () => {
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        const safe = safeCallbackUrl(path);
        if (safe !== null) expect(safeCallbackUrl(safe)).toBe(safe);
      }),
    );
  });
});

test('the sign-in page leads back to where one was', () => {
  expect(signInAddress('/deliveries?day=today')).toBe('/sign-in?callbackUrl=%2Fdeliveries%3Fday%3Dtoday');
  expect(signInAddress('//evil.example')).toBe('/sign-in');
  expect(signInAddress(null)).toBe('/sign-in');
});
