import { z } from 'zod';
import { LINE_PROBLEMS, type LineProblem } from './types.ts';

const Key = z.enum(LINE_PROBLEMS);
const Cells = z.array(z.string());

/** `numberUnreadable@2 tooLong@4`, as it is stored (`store-batch.ts`). */
export function readReasons(reason: string): LineProblem[] {
  return reason.split(' ').flatMap((part) => {
    const [name, column] = part.split('@');
    const key = Key.safeParse(name);
    return key.success ? [{ key: key.data, column: column === undefined ? null : Number(column) }] : [];
  });
}

/** The cells of a refused line as they were in the file. */
export function readKeptCells(text: string): string[] {
  try {
    return Cells.safeParse(JSON.parse(text)).data ?? [text];
  } catch {
    return [text];
  }
}
