import { MAX_NUMBERS } from '../customers/limits.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { withCallability } from '../phone-number.ts';
import { detailsSelect, toDetails } from './details-store.ts';
import { stageSelect } from './stage-queries.ts';

const CONTACT_ROWS = 200;

const interestSelect = {
  id: true,
  number: true,
  ...detailsSelect,
  phoneE164: true,
  stage: { select: stageSelect },
  stageSince: true,
  lostReason: true,
  createdAt: true,
  createdBy: { select: { name: true } },
  responsible: { select: { name: true } },
  serviceType: { select: { name: true } },
  contact: { select: { id: true, name: true, position: true } },
  customer: {
    select: {
      id: true,
      name: true,
      company: true,
      class: true,
      numbers: {
        select: { e164: true, display: true, contactId: true },
        orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
        take: MAX_NUMBERS,
      },
    },
  },
} satisfies Prisma.InterestSelect;

/** An interest as its card shows it, with the one number to call about it: that of the contact person, where they have one. */
export async function findInterest(id: string) {
  const row = await db.interest.findUnique({ where: { id }, select: interestSelect });
  if (!row) return null;

  const { customer, contact, phoneE164, phoneDisplay } = row;
  const numbers = customer?.numbers ?? (phoneE164 ? [{ e164: phoneE164, display: phoneDisplay, contactId: null }] : []);
  const number = numbers.find(({ contactId }) => contact && contactId === contact.id) ?? numbers[0];
  return {
    id,
    number: row.number,
    details: toDetails(row),
    stage: row.stage,
    stageSince: row.stageSince,
    lostReason: row.lostReason,
    createdAt: row.createdAt,
    createdBy: row.createdBy?.name ?? null,
    /** What the chosen are called, also those who cannot be chosen any more. */
    names: { responsible: row.responsible?.name ?? null, serviceType: row.serviceType?.name ?? null },
    customer: customer && { id: customer.id, name: customer.name, company: customer.company, class: customer.class },
    contact,
    phone: number ? withCallability({ e164: number.e164, display: number.display }) : null,
  };
}
export type InterestCard = NonNullable<Awaited<ReturnType<typeof findInterest>>>;

export type ContactChoice = { id: string; name: string };

/** Whom one may talk to about it. */
export function listContactChoices(customerId: string): Promise<ContactChoice[]> {
  return db.contactPerson.findMany({
    select: { id: true, name: true },
    where: { customerId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: CONTACT_ROWS,
  });
}
