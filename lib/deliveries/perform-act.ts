import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Room } from '../realtime/events.ts';
import { goneNowhere } from './gone.ts';
import { hearersOf } from './hearers.ts';
import { type ActOnDelivery, DeliveryContentInput } from './schema.ts';
import { isAllowedTo, nextStatus, type Side, type Step, statusBefore } from './states.ts';
import { DELIVERY_STATUSES, type DeliveryStatus, isOpen } from './status.ts';

/** Who acts, from where. A board and a till reach only what was sent to their point of sale. */
export type ActAuthor = { side: Side; userId: string | null; at: Date; pointOfSaleId: string | null };

export type ActOutcome =
  /** Nobody has to hear of what was so already. */
  | { kind: 'done'; status: DeliveryStatus; version: number; hearers: Room[] }
  /** Not from the status it has by now. */
  | { kind: 'impossible'; status: DeliveryStatus }
  /** The desk sent a change that the point of sale has not seen. */
  | { kind: 'changedMeanwhile' }
  | { kind: 'notFound' | 'notAllowed' };

const UNDO_WITHIN_MS = 15 * 60_000;

const actSelect = {
  id: true,
  status: true,
  fulfilment: true,
  version: true,
  wantedAt: true,
  problemReason: true,
  sentToId: true,
  goneFromId: true,
  pointOfSaleId: true,
  sentContent: true,
  sentRevision: true,
  seenRevision: true,
  sentTo: { select: { name: true } },
  events: {
    select: { type: true, details: true, at: true },
    where: { type: { in: [...DELIVERY_STATUSES, 'stepped_back'] } },
    orderBy: { id: 'desc' },
    take: 1,
  },
} satisfies Prisma.DeliverySelect;

type StoredRow = Prisma.DeliveryGetPayload<{ select: typeof actSelect }>;
/** A delivery as its point of sale has it: what an operator wrote since and did not send counts for nothing here. */
type ActRow = StoredRow & { lastStep: LastStep | null };
type LastStep = { type: string; from: DeliveryStatus | null; at: Date };
type Change = { data: Prisma.DeliveryUncheckedUpdateInput; event: { type: string; details: Record<string, string> } };
type Decision = Change | { kind: 'already' } | Exclude<ActOutcome, { kind: 'done' }>;

/**
 * Does what a board, a till or a desk asked for, at most once: an act that finds its work done changes nothing, so that a tablet
 * which was offline may say everything again. The row's lock settles who was first.
 */
export function performAct(input: ActOnDelivery, author: ActAuthor): Promise<ActOutcome> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Delivery" where id = ${input.deliveryId}::uuid for update`;
    const stored = await tx.delivery.findUnique({ where: { id: input.deliveryId }, select: actSelect });
    if (!stored || stored.status === 'draft') return { kind: 'notFound' };
    const row = asSent(stored);
    if (input.act === 'acknowledge' && row.goneFromId !== null && row.goneFromId === author.pointOfSaleId) {
      return write(tx, { ...row, sentTo: null }, { data: goneNowhere, event: { type: 'acknowledged', details: {} } }, author);
    }
    if (author.pointOfSaleId !== null && row.sentToId !== author.pointOfSaleId) return { kind: 'notFound' };
    if (!isAllowedTo(author.side, input.act)) return { kind: 'notAllowed' };

    const decision = decide(input, row, author);
    if ('data' in decision) return write(tx, row, decision, author);
    return decision.kind === 'already' ? { kind: 'done', status: row.status, version: row.version, hearers: [] } : decision;
  });
}

function asSent(row: StoredRow): ActRow {
  const sent = DeliveryContentInput.safeParse(row.sentContent);
  const [last] = row.events;
  const lastStep = last ? { type: last.type, from: StepDetails.parse(last.details).from, at: last.at } : null;
  if (!sent.success) return { ...row, lastStep };

  const { fulfilment, wantedAt } = sent.data;
  return { ...row, fulfilment, wantedAt: wantedAt ? new Date(wantedAt) : null, lastStep };
}

const StepDetails = z.object({ from: z.enum(DELIVERY_STATUSES).nullable().catch(null).default(null) }).catch({ from: null });

function decide(input: ActOnDelivery, row: ActRow, { side, at }: ActAuthor): Decision {
  switch (input.act) {
    case 'accept': {
      const promisedAt = input.promisedAt ? new Date(input.promisedAt) : row.wantedAt;
      const details = { promisedAt: promisedAt?.toISOString() ?? '' };
      return onSeen(input.revision, row, () => stepTo(nextStatus(input.act, row), row, { promisedAt, ...seen(row) }, details));
    }
    case 'reject': {
      const { reason } = input;
      return onSeen(input.revision, row, () => stepTo(nextStatus(input.act, row), row, { promisedAt: null }, { reason }));
    }
    case 'acknowledge':
      if (row.seenRevision >= input.revision) return { kind: 'already' };
      return onSeen(input.revision, row, () => ({ data: seen(row), event: { type: 'acknowledged', details: {} } }));
    case 'startCooking':
    case 'markReady':
    case 'handOver':
    case 'markDelivered':
      return stepTo(nextStatus(input.act, row), row, {}, {});
    case 'stepBack': {
      const { lastStep } = row;
      if (lastStep?.type === 'stepped_back' && lastStep.from === input.from) return { kind: 'already' };
      if (row.status !== input.from || lastStep?.type !== input.from || isLongAgo(lastStep, at)) return impossible(row);
      const before = lastStep.from ?? statusBefore(row);
      if (!before) return impossible(row);
      if (!isAllowedTo(side, actOf(input.from))) return { kind: 'notAllowed' };
      return { data: { status: before }, event: { type: 'stepped_back', details: { from: row.status, to: before } } };
    }
    case 'reportProblem':
      if (!isOpen(row.status)) return impossible(row);
      if (row.problemReason === input.reason) return { kind: 'already' };
      return {
        data: { problemReason: input.reason },
        event: { type: 'problem', details: { reason: input.reason, at: at.toISOString() } },
      };
    case 'solveProblem':
      if (row.problemReason === null) return { kind: 'already' };
      return { data: { problemReason: null }, event: { type: 'problem_solved', details: { reason: row.problemReason } } };
  }
}

/** A slip is noticed at once; what was said an hour ago is history. */
function isLongAgo(step: LastStep, at: Date): boolean {
  return at.getTime() - step.at.getTime() > UNDO_WITHIN_MS;
}

/** What led to a status, so that only who may do it may undo it. */
function actOf(status: DeliveryStatus) {
  return status === 'on_the_way' || status === 'delivered' ? ('handOver' as const) : ('startCooking' as const);
}

/** An answer to a delivery is one to what was shown: what was sent since has to be looked at first. */
function onSeen(revision: number, row: ActRow, go: () => Decision): Decision {
  return revision < row.sentRevision ? { kind: 'changedMeanwhile' } : go();
}

function seen(row: ActRow) {
  return { seenRevision: row.sentRevision, seenContent: row.sentContent ?? undefined };
}

function stepTo(step: Step, row: ActRow, data: Change['data'], details: Record<string, string>): Decision {
  switch (step.kind) {
    case 'done':
      return { kind: 'already' };
    case 'impossible':
      return impossible(row);
    case 'step':
      return { data: { ...data, status: step.to }, event: { type: step.to, details: { ...details, from: row.status } } };
  }
}

function impossible({ status }: ActRow): Decision {
  return { kind: 'impossible', status };
}

async function write(tx: Prisma.TransactionClient, row: ActRow, { data, event }: Change, author: ActAuthor): Promise<ActOutcome> {
  const { userId, at, side } = author;
  const pointOfSale = side === 'desk' ? '' : (row.sentTo?.name ?? '');
  const details = { ...event.details, pointOfSale, side };

  await tx.deliveryEvent.create({
    data: { deliveryId: row.id, type: event.type, at, byId: userId, details },
    select: { id: true },
  });
  if (event.type === 'rejected') {
    await recordAudit(tx, { userId, action: 'delivery.rejected', subjectType: 'delivery', subjectId: row.id, details });
  }
  const { status, version } = await tx.delivery.update({
    where: { id: row.id },
    data: { ...data, version: { increment: 1 }, updatedAt: at },
    select: { status: true, version: true },
  });
  return { kind: 'done', status, version, hearers: hearersOf(row.sentToId, row.pointOfSaleId, row.goneFromId) };
}
