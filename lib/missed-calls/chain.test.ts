import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChainedLink, createVerifier, FIRST_HASH, type Head, hashOf, type Link, privateDigestOf } from './chain.ts';

function chainOf(count: number): ChainedLink[] {
  const links: ChainedLink[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const link: Link = {
      chainId: 'line-1',
      seq,
      missedCallId: `row-${seq % 3}`,
      type: seq % 2 ? 'missed' : 'removed',
      at: new Date(Date.UTC(2026, 0, 31, 10, seq)),
      byId: seq % 2 ? null : 'marta',
      details: { callId: `call-${seq}`, waitSeconds: seq },
      privateDigest: seq % 2 ? privateDigestOf({ number: '+48600100101' }, `salt ${seq}`) : null,
    };
    links.push({ ...link, hash: hashOf(link, links.at(-1)?.hash ?? FIRST_HASH) });
  }
  return links;
}

function verify(links: ChainedLink[], heads: Head[] = [], isPrivateTrue = (_: ChainedLink) => true) {
  const verifier = createVerifier(heads);
  for (const link of links) verifier.follow(link, isPrivateTrue(link));
  return verifier.verdict();
}

describe('a chain of the ledger', () => {
  test('is whole as it was written, with whatever heads were kept of it', () => {
    const links = chainOf(9);
    expect(
      verify(
        links,
        [links[3], links[8]].filter((each) => each !== undefined),
      ),
    ).toEqual({ ok: true, links: 9 });
    expect(verify([])).toEqual({ ok: true, links: 0 });
  });

  test('facts are the same in whatever order a database hands them back', () => {
    const [link] = chainOf(1);
    if (!link) throw new Error('no link');
    expect(hashOf({ ...link, details: { waitSeconds: 1, callId: 'call-1' } }, FIRST_HASH)).toBe(link.hash);
  });

  test.each<[string, (link: ChainedLink) => ChainedLink]>([
    ['who did it', (link) => ({ ...link, byId: 'olga' })],
    ['when', (link) => ({ ...link, at: new Date(link.at.getTime() + 1) })],
    ['what', (link) => ({ ...link, type: 'restored' })],
    ['of which row', (link) => ({ ...link, missedCallId: 'row-9' })],
    ['a fact of it', (link) => ({ ...link, details: { ...link.details, waitSeconds: 1 } })],
    ['the digest of what is beside it', (link) => ({ ...link, privateDigest: 'f'.repeat(64) })],
    ['its hash', (link) => ({ ...link, hash: 'f'.repeat(64) })],
  ])('changed in %s, its link is named', (_, change) => {
    expect(verify(chainOf(9).map((link) => (link.seq === 4 ? change(link) : link)))).toEqual({
      ok: false,
      seq: 4,
      fault: 'changed',
    });
  });

  test('whichever link is gone, it is named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (gone) => {
        expect(verify(chainOf(9).filter((link) => link.seq !== gone))).toEqual({ ok: false, seq: gone, fault: 'missing' });
      }),
    );
  });

  test('a tail that was cut off is missing from the head that was kept', () => {
    const links = chainOf(9);
    expect(verify(links.slice(0, 6), [{ seq: 9, hash: links[8]?.hash ?? '' }])).toEqual({ ok: false, seq: 7, fault: 'missing' });
  });

  test('written anew from the start it is whole in itself, but not the one that was kept', () => {
    const links = chainOf(9);
    const forged = chainOf(9).map((link) => ({ ...link, byId: 'olga' }));
    forged.forEach((link, index) => {
      link.hash = hashOf(link, forged[index - 1]?.hash ?? FIRST_HASH);
    });
    expect(verify(forged)).toEqual({ ok: true, links: 9 });
    expect(verify(forged, [{ seq: 6, hash: links[5]?.hash ?? '' }])).toEqual({ ok: false, seq: 6, fault: 'rechained' });
  });

  test('[S2.20] personal data that was erased breaks nothing; changed, it is named', () => {
    expect(verify(chainOf(9), [], (link) => link.seq !== 5)).toEqual({ ok: false, seq: 5, fault: 'private_changed' });
  });
});
