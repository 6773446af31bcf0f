/** `Żurek z BIAŁĄ` → `zurek z biala`: nobody types accents while talking. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .trim();
}

/** The words that something searched for must hold, each somewhere in it. */
export function wordsOf(text: string): string[] {
  return foldText(text).split(/\s+/).filter(Boolean);
}

/** `like` patterns for a column `searchText`, which PostgreSQL folds alike (see the migration): each word as it was typed. */
export function patternsOf(text: string): string[] {
  return wordsOf(text).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
