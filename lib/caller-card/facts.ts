/** Everything that a caller card can show, in the standard order (S1.3–S1.13, S3.4). The list is closed: each has its own place in code. */
export const CARD_FACTS = [
  'company',
  'time',
  'direction',
  'class',
  'photo',
  'name',
  'note',
  'deliveries',
  'place',
  'number',
  'operator',
  'manager',
  'fields',
  'calls',
  'notes',
] as const;
export type CardFact = (typeof CARD_FACTS)[number];

/**
 * Not to be switched off: whether somebody calls us or we call them, and by which number, is what the buttons beside it act on.
 * A problem customer's note shows too, wherever `note` stands (S1.6).
 */
const ALWAYS_SHOWN: readonly CardFact[] = ['direction', 'number'];

export function isAlwaysShown(fact: CardFact): boolean {
  return ALWAYS_SHOWN.includes(fact);
}

/**
 * The facts to show, in the order that an admin stored (S1.2); all of them where nothing is stored. A word that is no fact, or no
 * longer one, is passed over. A fact that came with a later version does not show by itself: the admin's list is what they want.
 */
export function orderOf(stored: unknown): CardFact[] {
  const known = Array.isArray(stored) ? factsAmong(stored) : [];
  if (known.length === 0) return [...CARD_FACTS];
  return [...known, ...ALWAYS_SHOWN.filter((fact) => !known.includes(fact))];
}

function factsAmong(stored: unknown[]): CardFact[] {
  const facts = stored.flatMap((each) => CARD_FACTS.filter((fact) => fact === each));
  return [...new Set(facts)];
}
