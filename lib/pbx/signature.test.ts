import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { isSigned, type SignedHeaders, sign } from './signature.ts';

const SECRET = 'whsec_b2ZmaG9vay1kZW1vLXNlY3JldC0wMDAwMDAwMDAw';
const OTHER_SECRET = `whsec_${Buffer.from('the secret of another source').toString('base64')}`;
const BODY = '{"type":"call.offered","call":{"callId":"1"},"name":"Żółć 📞"}';
const NOW = new Date('2026-01-31T10:00:00.500Z');

const minutesAfter = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const asHeaders = (headers: Partial<SignedHeaders>) => new Headers(headers);
const signed = (at = NOW, secret = SECRET) => sign(BODY, 'msg_1', at, secret);

describe('isSigned', () => {
  test('what we sign is valid', () => {
    expect(isSigned(BODY, asHeaders(signed()), [SECRET], NOW)).toBe('valid');
    expect(isSigned(Buffer.from(BODY), asHeaders(signed()), [SECRET], NOW)).toBe('valid');
  });

  test('the signature is the one of the Standard Webhooks library', () => {
    expect(signed()['webhook-signature']).toBe(new Webhook(SECRET).sign('msg_1', NOW, BODY));
  });

  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const)('[R31] without %s nothing is signed', (name) => {
    const headers = asHeaders(signed());
    headers.delete(name);
    expect(isSigned(BODY, headers, [SECRET], NOW)).toBe('missing');
  });

  test.each([
    ['a truncated signature', signed()['webhook-signature'].slice(0, -4)],
    ['a longer signature', `${signed()['webhook-signature']}=`],
    ['a signature of no version', signed()['webhook-signature'].slice(3)],
    ['a signature of an unknown version', signed()['webhook-signature'].replace('v1,', 'v2,')],
    ['an empty version', 'v1,'],
    ['spaces', '   x'],
  ])('[R31] %s is wrong', (_, signature) => {
    expect(isSigned(BODY, asHeaders({ ...signed(), 'webhook-signature': signature }), [SECRET], NOW)).toBe('wrong');
  });

  test("[R31] another source's secret is wrong", () => {
    expect(isSigned(BODY, asHeaders(signed(NOW, OTHER_SECRET)), [SECRET], NOW)).toBe('wrong');
  });

  test('[R31] an unknown source has no secrets, and nothing is right for it', () => {
    expect(isSigned(BODY, asHeaders(signed()), [], NOW)).toBe('wrong');
  });

  test('[R31] a source whose secret was emptied refuses rather than accept an empty key', () => {
    expect(() => isSigned(BODY, asHeaders(signed()), ['whsec_'], NOW)).toThrow('base64');
  });

  test.each(['webhook-id', 'webhook-timestamp'] as const)('[R33] a changed %s is wrong', (name) => {
    const headers = { ...signed(), [name]: String(Number(signed()['webhook-timestamp']) + 1) };
    expect(isSigned(BODY, asHeaders(headers), [SECRET], NOW)).toBe('wrong');
  });

  test('[R33] a changed body is wrong, also when only its spaces changed', () => {
    expect(isSigned(`${BODY} `, asHeaders(signed()), [SECRET], NOW)).toBe('wrong');
  });

  test.each(['', 'now', '-5', '1e9', '1769853600.5'])('a timestamp written as %j is not accepted', (timestamp) => {
    expect(isSigned(BODY, asHeaders({ ...signed(), 'webhook-timestamp': timestamp }), [SECRET], NOW)).not.toBe('valid');
  });

  test('during a rotation both secrets are valid', () => {
    expect(isSigned(BODY, asHeaders(signed()), [OTHER_SECRET, SECRET], NOW)).toBe('valid');
    expect(isSigned(BODY, asHeaders(signed(NOW, OTHER_SECRET)), [OTHER_SECRET, SECRET], NOW)).toBe('valid');
  });

  test('a sender that rotates may sign with both secrets', () => {
    const both = `${signed(NOW, OTHER_SECRET)['webhook-signature']} ${signed()['webhook-signature']}`;
    expect(isSigned(BODY, asHeaders({ ...signed(), 'webhook-signature': both }), [SECRET], NOW)).toBe('valid');
  });
});

describe('the five minutes', () => {
  test.each([
    ['exactly five minutes later', 5, 'valid'],
    ['[R32] six minutes later', 6, 'expired'],
    ['exactly five minutes ahead', -5, 'valid'],
    ['six minutes ahead', -6, 'expired'],
  ] as const)('%s', (_, minutes, expected) => {
    expect(isSigned(BODY, asHeaders(signed()), [SECRET], minutesAfter(minutes))).toBe(expected);
  });

  test('[R32] a wrong signature is wrong, however old', () => {
    expect(isSigned(BODY, asHeaders(signed(NOW, OTHER_SECRET)), [SECRET], minutesAfter(60))).toBe('wrong');
  });

  test('[R32] a retry keeps its id and is signed with its own time', () => {
    const retry = signed(minutesAfter(6));

    expect(retry['webhook-id']).toBe(signed()['webhook-id']);
    expect(retry['webhook-signature']).not.toBe(signed()['webhook-signature']);
    expect(isSigned(BODY, asHeaders(retry), [SECRET], minutesAfter(6))).toBe('valid');
  });
});
