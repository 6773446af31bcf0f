import type { CardFact } from '@/lib/caller-card/facts';

/** Facts that stand close together, in lines; the photo beside those of its block, at the right. */
export type CardBlock = { lines: CardFact[][]; hasPhoto: boolean };

const WHO: readonly CardFact[] = ['company', 'time', 'direction', 'class', 'photo', 'name'];
const WHERE: readonly CardFact[] = ['place', 'number', 'operator', 'manager'];
/** Short enough for one line. */
const SIDE_BY_SIDE: readonly CardFact[] = ['direction', 'class'];

/** How a list of facts, in whatever order an admin gave them (S1.2), becomes a card: neighbours that belong together share a block. */
export function blocksOf(facts: readonly CardFact[]): CardBlock[] {
  const blocks: (CardBlock & { group: readonly CardFact[] | null })[] = [];

  for (const fact of facts) {
    const group = [WHO, WHERE].find((each) => each.includes(fact)) ?? null;
    const last = blocks.at(-1);
    const block = group && last?.group === group ? last : { group, lines: [], hasPhoto: false };
    if (block !== last) blocks.push(block);

    const line = block.lines.at(-1);
    if (fact === 'photo') block.hasPhoto = true;
    else if (line && [fact, ...line].every((each) => SIDE_BY_SIDE.includes(each))) line.push(fact);
    else block.lines.push([fact]);
  }
  return blocks.map(({ lines, hasPhoto }) => ({ lines, hasPhoto }));
}
