import { CARD_FACTS, type CardFact, isAlwaysShown } from '@/lib/caller-card/facts';

/** Every fact in the order of the list, and whether it shows: one that is off keeps its place while the page is open. */
export type FactRow = { fact: CardFact; isShown: boolean };

export function rowsOf(shown: readonly CardFact[]): FactRow[] {
  const hidden = CARD_FACTS.filter((fact) => !shown.includes(fact));
  return [...shown.map((fact) => ({ fact, isShown: true })), ...hidden.map((fact) => ({ fact, isShown: false }))];
}

export function factsOf(rows: readonly FactRow[]): CardFact[] {
  return rows.filter(({ isShown }) => isShown).map(({ fact }) => fact);
}

export function toggled(rows: readonly FactRow[], fact: CardFact): FactRow[] {
  return rows.map((row) => (row.fact === fact && !isAlwaysShown(fact) ? { ...row, isShown: !row.isShown } : row));
}

/** The fact at the place `to`, the others closed up; a place outside of the list changes nothing. */
export function moved(rows: readonly FactRow[], fact: CardFact, to: number): FactRow[] {
  const row = rows.find((each) => each.fact === fact);
  if (!row || to < 0 || to >= rows.length) return [...rows];
  return rows.filter((each) => each !== row).toSpliced(to, 0, row);
}
