import { csvLine, readCell } from '../csv/cells.ts';
import { readKeptCells, readReasons } from './problem-list.ts';
import { findImport, listRefusals } from './queries.ts';
import { StoredSettings } from './settings.ts';
import type { LineProblem } from './types.ts';

const BYTE_ORDER_MARK = '\uFEFF';
const LINES_A_PAGE = 1_000;

export type RefusalWords = { reason: string; line: string; problem: (problem: LineProblem, header: string[]) => string };

/** The refused lines as they were, with why behind them: to be mended in a spreadsheet and imported again. */
export async function* refusalsCsv(importId: string, words: RefusalWords): AsyncGenerator<string> {
  const row = await findImport(importId);
  const settings = StoredSettings.safeParse(row?.settings).data;
  const header = settings?.header ?? [];
  const width = Math.max(header.length, settings?.columns.length ?? 0);
  const pad = (cells: string[]) => [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')];

  yield BYTE_ORDER_MARK + csvLine([...pad(header), words.line, words.reason]);
  for (let after = 0; ; ) {
    const page = await listRefusals(importId, after, LINES_A_PAGE);
    for (const { line, reason, text } of page) {
      const why = readReasons(reason).map((problem) => words.problem(problem, header));
      yield csvLine([...pad(readKeptCells(text).map(readCell)), String(line), why.join(' ')]);
    }
    after = page.at(-1)?.line ?? 0;
    if (page.length < LINES_A_PAGE) return;
  }
}
