import { sameLine } from './merge.ts';
import type { OrderLine } from './types.ts';

/** What was added to, taken out of and changed in an order, in words a kitchen reads: `2 × Kompot`. */
export type LineChanges = { added: string[]; removed: string[]; changed: string[] };

export function lineChanges(before: readonly OrderLine[], after: readonly OrderLine[]): LineChanges {
  const former = (line: OrderLine) => before.find((each) => each.id === line.id);
  const isGone = (line: OrderLine) => !after.some((each) => each.id === line.id);

  return {
    added: after.filter((line) => !former(line)).map(inWords),
    removed: before.filter(isGone).map(inWords),
    changed: after.filter((line) => former(line) && !sameLine(former(line), line)).map(inWords),
  };
}

function inWords({ quantity, name, note }: OrderLine): string {
  const product = quantity === 1 ? name : `${quantity} × ${name}`;
  return note ? `${product} (${note})` : product;
}
