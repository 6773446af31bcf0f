// Letters that PostgreSQL does not fold without an extension some hosts refuse; the two texts are equally long.
export const ACCENTED = 'ąćęłńóśźżáàâäãåčçďéèêëěíìîïñňôöòőõřšťúùûüůűýž';
export const PLAIN = 'acelnoszzaaaaaaccdeeeeeiiiinnooooorstuuuuuuyz';

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

/** `like` patterns for text that PostgreSQL folded with `translate(lower(…), ACCENTED, PLAIN)`: each word as it was typed. */
export function patternsOf(text: string): string[] {
  return wordsOf(text).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
