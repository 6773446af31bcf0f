/** A line as an editor counts it, without its ending. */
export type CsvLine = {
  number: number;
  text: string /** It went on for too long: only its beginning is here. */;
  isCut: boolean;
};

export const MAX_LINE_CHARACTERS = 64 * 1024;

/**
 * Cuts text that comes in pieces into lines, whichever of the three endings they have. A line without an end, such as a whole file
 * that is no CSV, is cut: no more than one longest line and one piece are in memory.
 */
export function createLineSplitter() {
  let rest = '';
  let isCut = false;
  let number = 0;

  function line(text: string): CsvLine {
    number += 1;
    const cut = isCut || text.length > MAX_LINE_CHARACTERS;
    isCut = false;
    return { number, text: cut ? text.slice(0, MAX_LINE_CHARACTERS) : text, isCut: cut };
  }

  function keep(text: string): void {
    // Of a line that is already too long only its last character matters: it may be half of a line's ending.
    if (text.length > MAX_LINE_CHARACTERS + 1) {
      isCut = true;
      rest = text.slice(0, MAX_LINE_CHARACTERS) + text.slice(-1);
    } else rest = text;
  }

  return {
    *push(piece: string): Generator<CsvLine> {
      const text = rest + piece;
      let from = 0;
      for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r(?!$)/g)) {
        yield line(text.slice(from, index));
        from = index + ending.length;
      }
      keep(text.slice(from));
    },
    *end(): Generator<CsvLine> {
      const last = rest.replace(/\r$/, '');
      // What follows the last ending is no line, unless there is something.
      if (last !== '' || rest !== '' || isCut) yield line(last);
      rest = '';
    },
  };
}
