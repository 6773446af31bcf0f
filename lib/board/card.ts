import type { CustomerClass } from '../caller-card/types.ts';
import { differences, samePart } from '../deliveries/merge.ts';
import { DeliveryContentInput } from '../deliveries/schema.ts';
import { type DeliveryContent, emptyContent, type Fulfilment, type OrderLine } from '../deliveries/types.ts';
import type { BoardCard, BoardLine, BoardStatus, CardChanges, LineMark } from './types.ts';

/** A delivery as it is stored, so far as a board shows it. */
export type StoredCard = {
  id: string;
  number: number;
  status: BoardStatus;
  fulfilment: Fulfilment;
  wantedAt: Date | null;
  promisedAt: Date | null;
  problemReason: string | null;
  sentContent: unknown;
  seenContent: unknown;
  sentRevision: number;
  seenRevision: number;
  sentAt: Date | null;
  updatedAt: Date;
  customer: { class: CustomerClass } | null;
  driver: { name: string } | null;
  /** The steps it took, the last one first. */
  events: { type: string; at: Date }[];
};

/** A stored delivery as its point of sale sees it, with what was changed since the kitchen looked (S0.15). */
export function toCard(row: StoredCard): BoardCard {
  const sent = read(row.sentContent);
  const content = sent ?? { ...emptyContent, fulfilment: row.fulfilment, wantedAt: row.wantedAt?.toISOString() ?? null };
  // One that waits is read from the beginning anyway: it has no changes yet, only a newest form.
  const isChanged = row.status !== 'sent' && row.seenRevision < row.sentRevision;
  const seen = isChanged ? read(row.seenContent) : null;

  return {
    id: row.id,
    number: row.number,
    status: row.status,
    revision: row.sentRevision,
    fulfilment: content.fulfilment,
    customerName: content.customerName,
    customerClass: row.customer?.class ?? null,
    driverName: row.driver?.name ?? null,
    wantedAt: content.wantedAt,
    // A promise goes with its acceptance: one that was taken back promises nothing.
    promisedAt: row.status === 'sent' ? null : (row.promisedAt?.toISOString() ?? null),
    comment: content.comment,
    problemReason: row.problemReason,
    since: sinceOf(row).toISOString(),
    lines: markedLines(content.lines, seen?.lines ?? content.lines),
    gone: null,
    changes: isChanged ? changesOf(seen ?? content, content) : null,
    isUnreadable: sent === null,
  };
}

function read(stored: unknown): DeliveryContent | null {
  const content = DeliveryContentInput.safeParse(stored);
  return content.success ? content.data : null;
}

function sinceOf({ status, sentAt, events, updatedAt }: StoredCard): Date {
  const step = events.find((event) => event.type === status)?.at;
  return (status === 'sent' ? sentAt : step) ?? updatedAt;
}

/** The lines as they are now, and after them what was taken out. */
function markedLines(now: OrderLine[], before: OrderLine[]): BoardLine[] {
  const removed = before.filter((line) => !now.some((each) => each.id === line.id));
  return [
    ...now.map((line) =>
      boardLine(
        line,
        markOf(
          line,
          before.find((each) => each.id === line.id),
        ),
      ),
    ),
    ...removed.map((line) => boardLine(line, { kind: 'removed' })),
  ];
}

function boardLine({ id, name, quantity, note }: OrderLine, mark: LineMark | null): BoardLine {
  return { id, name, quantity, note, mark };
}

function markOf(line: OrderLine, before: OrderLine | undefined): LineMark | null {
  if (!before || before.productId !== line.productId) return { kind: 'added' };
  if (before.quantity === line.quantity && before.note === line.note) return null;

  return {
    kind: 'changed',
    ...(before.quantity !== line.quantity && { quantityWas: before.quantity }),
    ...(before.note !== line.note && { noteWas: before.note }),
  };
}

function changesOf(before: DeliveryContent, now: DeliveryContent): CardChanges {
  return {
    ...(!samePart('wantedAt', before, now) && { wantedAtWas: before.wantedAt }),
    ...(!samePart('fulfilment', before, now) && { fulfilmentWas: before.fulfilment }),
    ...(!samePart('comment', before, now) && { commentWas: before.comment }),
    isForOthersOnly: isForOthersOnly(differences(before, now)),
  };
}

/** What a kitchen goes by, beside the lines; everything else of an order is the driver's or the desk's. */
const KITCHEN_PARTS = ['comment', 'wantedAt', 'fulfilment'];

function isForOthersOnly(parts: string[]): boolean {
  return parts.length > 0 && !parts.some((part) => part.startsWith('line:') || KITCHEN_PARTS.includes(part));
}
