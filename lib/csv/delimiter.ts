export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const LINES_LOOKED_AT = 20;

/** The sign that cuts most lines into the same number of cells, more than one; the comma where none does. */
export function guessDelimiter(text: string): Delimiter {
  const lines = text
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '')
    .slice(0, LINES_LOOKED_AT);

  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, ...agreement(lines, delimiter) })).toSorted(
    (one, other) => other.agreeing - one.agreeing || other.cells - one.cells,
  );
  return best && best.agreeing > 0 ? best.delimiter : ',';
}

function agreement(lines: string[], delimiter: string): { agreeing: number; cells: number } {
  const counts = lines.map((line) => line.split(delimiter).length);
  const cells = counts[0] ?? 1;
  return { cells, agreeing: cells > 1 ? counts.filter((count) => count === cells).length : 0 };
}
