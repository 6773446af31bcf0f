import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARD_FACTS } from '@/lib/caller-card/facts';
import { blocksOf } from './card-blocks';

describe('[S1.2] how facts stand on the card', () => {
  test('[S1.3] [S1.13] in the standard order who it is comes first, with the photo beside', () => {
    expect(blocksOf(CARD_FACTS)[0]).toEqual({
      lines: [['company'], ['time'], ['direction', 'class'], ['name']],
      hasPhoto: true,
    });
  });

  test('place, number and operator stand together', () => {
    expect(blocksOf(['note', 'place', 'number', 'operator'])).toEqual([
      { lines: [['note']], hasPhoto: false },
      { lines: [['place'], ['number'], ['operator']], hasPhoto: false },
    ]);
  });

  test('a photo that stands alone is a block of its own', () => {
    expect(blocksOf(['note', 'photo', 'calls'])[1]).toEqual({ lines: [], hasPhoto: true });
  });

  test('whatever the order is, every fact stands there once, and in it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...CARD_FACTS]), (facts) => {
        const shown = blocksOf(facts).flatMap(({ lines }) => lines.flat());
        expect(shown).toEqual(facts.filter((fact) => fact !== 'photo'));
        expect(blocksOf(facts).filter(({ hasPhoto }) => hasPhoto)).toHaveLength(facts.includes('photo') ? 1 : 0);
      }),
    );
  });
});
