import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { lockCustomers } from './lock-customer.ts';
import { mergeValues } from './merge-choices.ts';
import { moveAddresses, moveBelongings, moveDeliveries, moveNumbers } from './merge-moves.ts';
import type { MergeCustomers } from './merge-schema.ts';
import { findMergeSide } from './merge-side.ts';
import type { Columns, MergeSnapshot } from './merge-snapshot.ts';
import type { MergeValues } from './merge-types.ts';

export type Merged = { keptId: string; otherId: string; otherName: string; deliveryIds: string[] };
export type MergeOutcome =
  | ({ kind: 'merged' } & Merged)
  | { kind: 'notFound' | 'changedMeanwhile' }
  /** A colleague merged one of them first, into `name`. */
  | { kind: 'mergedMeanwhile'; name: string };

/** Thousands of deliveries may come along. */
const TIMEOUT_MS = 30_000;

/**
 * Makes two records one: what the other has comes to the kept one, its row goes, and a snapshot says how to take it back.
 * Deliveries are locked before the customers, as a save of a delivery locks them; two merges of the same records queue.
 */
export function storeMerge(input: MergeCustomers, { userId }: { userId: string }, now: Date): Promise<MergeOutcome> {
  const { mergeId: id, keptId, otherId, states, choices } = input;

  return db.$transaction(
    async (tx): Promise<MergeOutcome> => {
      await tx.$queryRaw`select 1 from "Delivery" where "customerId" = ${otherId}::uuid order by id for update`;
      await lockCustomers(tx, [keptId, otherId]);
      const done = await findMerge(tx, input);
      if (done) return { kind: 'merged', ...done };

      const kept = await findMergeSide(keptId, tx);
      const other = await findMergeSide(otherId, tx);
      if (!kept || !other) return whyGone(tx, kept ? otherId : keptId);
      if (kept.state !== states.kept || other.state !== states.other) return { kind: 'changedMeanwhile' };

      const after = mergeValues(kept.values, other.values, choices);
      const merged = { keptId, otherId, otherName: other.values.name };
      const { createdAt } = await tx.customer.findUniqueOrThrow({ where: { id: otherId }, select: { createdAt: true } });
      const snapshot: MergeSnapshot = {
        customer: { ...toSnapshotColumns(other.values), createdAt: createdAt.toISOString() },
        kept: { before: toSnapshotColumns(kept.values), after: toSnapshotColumns(after) },
        // Contact persons come first: a number goes with the one whose it is.
        ...(await moveBelongings(tx, merged)),
        numbers: await moveNumbers(tx, merged),
        addresses: await moveAddresses(tx, merged),
        deliveries: await moveDeliveries(tx, merged),
        photoAmongFiles: leftPhoto(kept.values, other.values, after),
      };

      // The row goes before its photo can be the other's: a photo is of one person.
      await tx.customer.delete({ where: { id: otherId }, select: { id: true } });
      await tx.customer.update({ where: { id: keptId }, data: toRow(snapshot.kept.after), select: { id: true } });
      if (snapshot.photoAmongFiles) {
        await tx.storedFile.updateMany({ where: { id: snapshot.photoAmongFiles }, data: { customerId: keptId } });
      }
      await tx.customerMerge.create({
        data: { id, keptId, mergedId: otherId, mergedName: other.values.name, snapshot, at: now, byId: userId },
        select: { id: true },
      });
      await recordAudit(tx, {
        userId,
        action: 'customer.merged',
        subjectType: 'customer',
        subjectId: keptId,
        details: { mergeId: id, mergedId: otherId, name: other.values.name },
      });
      return { kind: 'merged', ...merged, deliveryIds: snapshot.deliveries };
    },
    { timeout: TIMEOUT_MS },
  );
}

/** A repeated request finds its own work. */
async function findMerge(tx: Prisma.TransactionClient, { mergeId, keptId, otherId }: MergeCustomers): Promise<Merged | null> {
  const row = await tx.customerMerge.findUnique({ where: { id: mergeId }, select: { mergedId: true, mergedName: true } });
  return row && row.mergedId === otherId ? { keptId, otherId, otherName: row.mergedName, deliveryIds: [] } : null;
}

async function whyGone(tx: Prisma.TransactionClient, id: string): Promise<MergeOutcome> {
  const merge = await tx.customerMerge.findFirst({
    where: { mergedId: id, undoneAt: null },
    select: { kept: { select: { name: true } } },
  });
  return merge ? { kind: 'mergedMeanwhile', name: merge.kept.name } : { kind: 'notFound' };
}

/** Of two photos one is shown; the other is kept among the files. */
function leftPhoto(kept: MergeValues, other: MergeValues, after: MergeValues): string | null {
  return [kept.photo, other.photo].find((photo) => photo !== null && photo !== after.photo) ?? null;
}

function toSnapshotColumns({ photo, company, city, country, ...values }: MergeValues): Columns {
  return { ...values, company: company || null, city: city || null, country: country || null, photoId: photo };
}

/** A snapshot's columns as the table has them. */
export function toRow({ birthday, ...columns }: Columns) {
  return { ...columns, birthday: birthday === null ? null : new Date(`${birthday}T00:00:00Z`) };
}
