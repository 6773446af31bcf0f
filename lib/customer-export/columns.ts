import { MAX_NUMBERS } from '../customers/limits.ts';
import type { Prisma } from '../db/generated/client.ts';

/** What the columns are called. English whatever the reader's language: an import knows them again, and so do other programs. */
const TITLES = [
  ...['Offhook id', 'Name', 'Company', 'Class', 'Note', 'Number', 'Other numbers', 'City', 'Country', 'Birthday', 'Source'],
  ...['Street', 'Flat', 'District', 'City of address', 'Note for the driver'],
];

export const exportSelect = {
  id: true,
  name: true,
  company: true,
  class: true,
  note: true,
  city: true,
  country: true,
  birthday: true,
  source: true,
  extra: true,
  numbers: { select: { e164: true, display: true }, orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }], take: MAX_NUMBERS },
  addresses: {
    select: { street: true, flat: true, district: true, city: true, driverNote: true },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'asc' }],
    take: 1,
  },
} satisfies Prisma.CustomerSelect;

export type ExportedCustomer = Prisma.CustomerGetPayload<{ select: typeof exportSelect }>;
export type ExportedField = { id: string; label: string };

export function titles(own: readonly ExportedField[]): string[] {
  return [...TITLES, ...own.map(({ label }) => label)];
}

/** A customer as a line. Of several addresses it is the one used last; all numbers are there. */
export function toCells(customer: ExportedCustomer, own: readonly ExportedField[]): string[] {
  const [first, ...others] = customer.numbers;
  const [address] = customer.addresses;
  return [
    ...[customer.id, customer.name, customer.company ?? '', customer.class, customer.note],
    ...[first?.display ?? '', others.map(({ display }) => display).join('; ')],
    ...[customer.city ?? '', customer.country ?? '', customer.birthday?.toISOString().slice(0, 10) ?? '', customer.source],
    ...[address?.street ?? '', address?.flat ?? '', address?.district ?? '', address?.city ?? '', address?.driverNote ?? ''],
    ...own.map(({ id }) => cellOf(customer.extra, id)),
  ];
}

function cellOf(extra: Prisma.JsonValue, id: string): string {
  const value = typeof extra === 'object' && extra !== null && !Array.isArray(extra) ? extra[id] : null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
