import { createHash } from 'node:crypto';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { formatAddress } from '../deliveries/address.ts';
import { detailsSelect } from './details-store.ts';
import { MAX_NUMBERS } from './limits.ts';
import type { MergeSide, MergeValues } from './merge-types.ts';
import { toCardDetails } from './policy.ts';

const ROWS = 500;

const sideSelect = {
  id: true,
  ...detailsSelect,
  photoId: true,
  numbers: {
    select: { e164: true, display: true, contact: { select: { name: true } } },
    orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
    take: MAX_NUMBERS,
  },
  addresses: {
    select: { id: true, street: true, flat: true, district: true, city: true, driverNote: true },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'asc' }],
    take: ROWS,
  },
  contacts: { select: { id: true, name: true, position: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: ROWS },
  _count: {
    select: {
      numbers: true,
      addresses: true,
      deliveries: true,
      notes: true,
      files: { where: { photoOf: null } },
      contacts: true,
      interests: true,
    },
  },
} satisfies Prisma.CustomerSelect;
type SideRow = Prisma.CustomerGetPayload<{ select: typeof sideSelect }>;

/** One of two records to compare; null where it is gone. */
export async function findMergeSide(id: string, tx: Prisma.TransactionClient = db): Promise<MergeSide | null> {
  const row = await tx.customer.findUnique({ where: { id }, select: sideSelect });
  if (!row) return null;

  const { numbers, addresses, contacts, _count } = row;
  return {
    id,
    values: toMergeValues(row),
    numbers: numbers.map(({ contact, ...number }) => ({ ...number, contactName: contact?.name ?? null })),
    addresses: addresses.map((address) => ({
      id: address.id,
      text: [formatAddress(address), address.city].filter(Boolean).join(', '),
    })),
    contacts: contacts.map(({ id, name }) => ({ id, name })),
    counts: _count,
    state: stateOf(row),
  };
}

export function toMergeValues(row: Parameters<typeof toCardDetails>[0] & { photoId: string | null }): MergeValues {
  return { ...toCardDetails(row), photo: row.photoId };
}

/**
 * What a person compares. Deliveries, notes and files come along whatever they are, so one more of them makes no other state:
 * an order being taken would refuse every merge.
 */
function stateOf({ _count, ...row }: SideRow): string {
  const { numbers, addresses, contacts } = row;
  const compared = [toMergeValues(row), numbers, addresses.toSorted(byId), contacts];
  return createHash('sha256').update(JSON.stringify(compared)).digest('base64url');
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
