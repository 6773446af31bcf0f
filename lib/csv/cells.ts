/** What a spreadsheet takes for a formula, or skips before it looks for one. */
const FORMULA = /^[=+\-@\t\r]/;
const SHOWN_AS_FORMULA = /^'*[=+\-@\t\r]/;

/**
 * A cell that a spreadsheet shows and never calculates (R26): with an apostrophe before it, as one types it there. One that begins with
 * apostrophes before such a sign gets one more, so that `readCell` gives back exactly what it was.
 */
export function neutralised(cell: string): string {
  return SHOWN_AS_FORMULA.test(cell) ? `'${cell}` : cell;
}

/** A cell as it was meant, without the apostrophe that keeps a spreadsheet from calculating it. */
export function readCell(cell: string): string {
  return cell.startsWith("'") && SHOWN_AS_FORMULA.test(cell) && !FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** A line by RFC 4180, with its ending. Each cell is neutralised. */
export function csvLine(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => quoted(neutralised(cell), delimiter)).join(delimiter)}\r\n`;
}

function quoted(cell: string, delimiter: string): string {
  const needsQuotes = cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
