import type { DeliveryContent, OrderLine } from './types.ts';

// What counts as one thing when two people edit. A customer is an id and the name that goes with it: half of each would be nobody.
const PARTS = {
  phone: ['phone'],
  customer: ['customerId', 'customerName'],
  fulfilment: ['fulfilment'],
  street: ['street'],
  flat: ['flat'],
  district: ['district'],
  city: ['city'],
  driverNote: ['driverNote'],
  comment: ['comment'],
  payment: ['payment'],
  discount: ['discountKind', 'discountValue', 'discountReason'],
  wantedAt: ['wantedAt'],
  pointOfSale: ['pointOfSaleId'],
} as const satisfies Record<string, readonly (keyof DeliveryContent)[]>;

export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as PartName[];

/** A part that both sides changed, to different values. `line` is undefined on the side that removed it. */
export type Conflict =
  | { part: PartName; mine: DeliveryContent; theirs: DeliveryContent }
  | { part: 'line'; lineId: string; mine: OrderLine | undefined; theirs: OrderLine | undefined };

export type Merge = {
  /** Both sides' changes together; where they conflict, theirs. */
  content: DeliveryContent;
  conflicts: Conflict[];
};

/**
 * Puts two edits of the same `base` together, part by part and line by line.
 * Only what both sides changed to different values conflicts; nothing that one side alone changed is ever dropped.
 */
export function mergeContents(base: DeliveryContent, mine: DeliveryContent, theirs: DeliveryContent): Merge {
  const conflicts: Conflict[] = [];
  let content = theirs;

  for (const part of PART_NAMES) {
    const side = decide(samePart(part, base, mine), samePart(part, base, theirs), samePart(part, mine, theirs));
    // Where both agree, mine stays as it is written: a phone number being typed is not reformatted under the fingers.
    if (side === 'mine' || side === 'same') content = withPart(part, content, mine);
    if (side === 'conflict') conflicts.push({ part, mine, theirs });
  }

  const lines = mergeLines(base.lines, mine.lines, theirs.lines);
  return { content: { ...content, lines: lines.merged }, conflicts: [...conflicts, ...lines.conflicts] };
}

function mergeLines(base: OrderLine[], mine: OrderLine[], theirs: OrderLine[]) {
  const merged: OrderLine[] = [];
  const conflicts: Conflict[] = [];

  for (const lineId of orderOfIds(base, mine, theirs)) {
    const [before, here, there] = [base, mine, theirs].map((lines) => lines.find((line) => line.id === lineId));
    const side = decide(sameLine(before, here), sameLine(before, there), sameLine(here, there));
    const kept = side === 'mine' ? here : there;
    if (kept) merged.push(kept);
    if (side === 'conflict') conflicts.push({ part: 'line', lineId, mine: here, theirs: there });
  }

  return { merged, conflicts };
}

function decide(mineUnchanged: boolean, theirsUnchanged: boolean, agree: boolean): 'same' | 'mine' | 'theirs' | 'conflict' {
  if (agree) return 'same';
  if (mineUnchanged) return 'theirs';
  return theirsUnchanged ? 'mine' : 'conflict';
}

/** The order of the side that changed it, with what the other side added at the end. */
function orderOfIds(base: OrderLine[], mine: OrderLine[], theirs: OrderLine[]): Set<string> {
  const [before, here, there] = [base, mine, theirs].map((lines) => lines.map((line) => line.id)) as [
    string[],
    string[],
    string[],
  ];
  const theirsKeptTheOrder = before.length === there.length && before.every((id, position) => there[position] === id);
  return new Set(theirsKeptTheOrder ? [...here, ...there] : [...there, ...here]);
}

export function samePart(part: PartName, one: DeliveryContent, other: DeliveryContent): boolean {
  if (part === 'phone') return samePhone(one.phone, other.phone);
  return PARTS[part].every((field) => one[field] === other[field]);
}

/** `+48 600 100 101` and `+48600100101` are one number, written twice. */
export function samePhone(one: string, other: string): boolean {
  const [here, there] = [one, other].map((typed) => typed.replace(/[\s()./-]/g, ''));
  return here === there;
}

export function sameLine(one: OrderLine | undefined, other: OrderLine | undefined): boolean {
  if (!one || !other) return one === other;
  return one.productId === other.productId && one.quantity === other.quantity && one.note === other.note;
}

/** `content` with this part as `from` has it. */
export function withPart(part: PartName, content: DeliveryContent, from: DeliveryContent): DeliveryContent {
  return { ...content, ...Object.fromEntries(PARTS[part].map((field) => [field, from[field]])) };
}

/** `content` with this line as `line` has it: put in, replaced or, where undefined, taken out. */
export function withLine(content: DeliveryContent, lineId: string, line: OrderLine | undefined): DeliveryContent {
  const others = content.lines.filter((each) => each.id !== lineId);
  if (!line) return { ...content, lines: others };
  if (others.length === content.lines.length) return { ...content, lines: [...others, line] };
  return { ...content, lines: content.lines.map((each) => (each.id === lineId ? line : each)) };
}

export function sameContent(one: DeliveryContent, other: DeliveryContent): boolean {
  return PART_NAMES.every((part) => samePart(part, one, other)) && sameLines(one.lines, other.lines);
}

function sameLines(one: OrderLine[], other: OrderLine[]): boolean {
  return (
    one.length === other.length &&
    one.every((line, position) => line.id === other[position]?.id && sameLine(line, other[position]))
  );
}

/** The parts and lines that differ, for the timeline and for "1 change not sent". */
export function differences(one: DeliveryContent, other: DeliveryContent): string[] {
  const parts = PART_NAMES.filter((part) => !samePart(part, one, other));
  const ids = new Set([...one.lines, ...other.lines].map((line) => line.id));
  const lines = [...ids].filter(
    (id) =>
      !sameLine(
        one.lines.find((line) => line.id === id),
        other.lines.find((line) => line.id === id),
      ),
  );
  return [...parts, ...lines.map((id) => `line:${id}`)];
}
