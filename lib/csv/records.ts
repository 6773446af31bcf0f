import { type CsvLine, createLineSplitter } from './lines.ts';

export type CsvProblem = 'quoteOpen' | 'lineTooLong';
export type CsvRecord = {
  /** Where it begins, as an editor counts the lines. */
  line: number;
  cells: string[];
  /** Why it is not what was meant; its cells are then a guess. */
  problem: CsvProblem | null;
};

/** A quoted cell that goes on for longer than this was never meant to: its quote was forgotten. */
const MAX_LINES_OF_RECORD = 60;

/**
 * Reads CSV (RFC 4180, any separator) that comes in pieces. A quote that nobody closes, or that only the next quoted cell closes, spoils its
 * own line only: the lines behind it are read again as lines, where the usual parsers take all of them for one cell.
 */
export function createCsvReader(delimiter: string) {
  const lines = createLineSplitter();
  let open: { lines: CsvLine[]; reading: Reading } | null = null;

  function* take(line: CsvLine): Generator<CsvRecord> {
    if (!open && line.text === '') return;
    if (line.isCut) {
      yield* giveUp();
      yield { line: line.number, cells: line.text.split(delimiter), problem: 'lineTooLong' };
      return;
    }

    const begun = open ?? { lines: [], reading: beginning() };
    begun.lines.push(line);
    readLine(begun.reading, line.text, delimiter);
    if (begun.reading.isMisquoted) {
      open = begun;
      yield* giveUp();
      return;
    }
    if (!begun.reading.isQuoted) {
      open = null;
      yield { line: begun.lines[0]?.number ?? line.number, cells: begun.reading.cells, problem: null };
      return;
    }
    begun.reading.cell += '\n';
    open = begun;
    if (begun.lines.length >= MAX_LINES_OF_RECORD) yield* giveUp();
  }

  function* giveUp(): Generator<CsvRecord> {
    if (!open) return;
    const [first, ...others] = open.lines;
    open = null;
    if (first) yield { line: first.number, cells: first.text.split(delimiter), problem: 'quoteOpen' };
    for (const line of others) yield* take(line);
  }

  return {
    *push(piece: string): Generator<CsvRecord> {
      for (const line of lines.push(piece)) yield* take(line);
    },
    *end(): Generator<CsvRecord> {
      for (const line of lines.end()) yield* take(line);
      while (open) yield* giveUp();
    },
  };
}

/** `isMisquoted`: something stands behind the quote that closes a cell of several lines. It opened the next cell, and closed none. */
type Reading = { cells: string[]; cell: string; isQuoted: boolean; isMisquoted: boolean };

function beginning(): Reading {
  return { cells: [], cell: '', isQuoted: false, isMisquoted: false };
}

function readLine(reading: Reading, text: string, delimiter: string): void {
  let at = 0;
  let isContinued = reading.isQuoted;
  if (!reading.isQuoted && text.startsWith('"')) {
    reading.isQuoted = true;
    at = 1;
  }

  for (;;) {
    if (reading.isQuoted) {
      const quote = text.indexOf('"', at);
      reading.cell += text.slice(at, quote === -1 ? text.length : quote);
      if (quote === -1) return;
      if (text[quote + 1] === '"') {
        reading.cell += '"';
        at = quote + 2;
        continue;
      }
      reading.isQuoted = false;
      at = quote + 1;
      if (isContinued && at < text.length && !text.startsWith(delimiter, at)) reading.isMisquoted = true;
      isContinued = false;
    }

    // What stands behind a closing quote belongs to the cell: people write `"Lis" Logistics`.
    const end = text.indexOf(delimiter, at);
    reading.cell += text.slice(at, end === -1 ? text.length : end);
    reading.cells.push(reading.cell);
    reading.cell = '';
    if (end === -1) return;

    at = end + delimiter.length;
    if (text[at] === '"') {
      reading.isQuoted = true;
      at += 1;
    }
  }
}
