/** A number needs digits; a plus comes first. What is around them in a text or a link is no part of it. */
const NUMBER = /\+?[\d(*#][\d\s()./*#-]*/;
const SPACES = /[\s\u2010-\u2015]/g;
// Direction marks come along when a number is copied from a page; they cannot be seen, nor dialled.
const UNSEEN = /[\p{Cf}]/gu;

/** The number in what was pasted: a `tel:` link, a signature, a cell of a table. The text itself where it holds none. */
export function numberInPasted(text: string): string {
  const clean = decoded(text)
    .replace(UNSEEN, '')
    .replace(SPACES, (space) => (/\s/.test(space) ? ' ' : '-'));
  const candidates = clean.match(new RegExp(NUMBER, 'g')) ?? [];
  const longest = candidates.map((each) => each.trim()).sort((a, b) => digitsOf(b) - digitsOf(a))[0];
  return longest && digitsOf(longest) > 0 ? longest.replace(/[\s(./-]+$/, '') : clean.trim();
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, '').length;
}

/** `tel:%2B48…` as it is copied from a browser's address. */
function decoded(text: string): string {
  if (!/^\s*(?:tel|sips?|callto):/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
