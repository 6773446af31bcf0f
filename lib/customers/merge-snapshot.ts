import { z } from 'zod';

const Values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** The columns of a record. Times are ISO. */
const Columns = z.object({
  name: z.string(),
  company: z.string().nullable(),
  class: z.enum(['regular', 'vip', 'problem']),
  note: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  birthday: z.string().nullable(),
  source: z.string(),
  extra: Values,
  photoId: z.string().nullable(),
  /** Merges of before there were managers of customers have none. */
  managerId: z.string().nullable().default(null),
});
export type Columns = z.infer<typeof Columns>;

const NumberRow = z.object({
  id: z.string(),
  e164: z.string(),
  raw: z.string(),
  display: z.string(),
  isPrimary: z.boolean(),
  contactId: z.string().nullable(),
  chosenAt: z.string().nullable(),
});

const AddressRow = z.object({
  id: z.string(),
  street: z.string(),
  flat: z.string(),
  district: z.string(),
  city: z.string(),
  driverNote: z.string(),
  lastUsedAt: z.string(),
});

/** What a merge took from one record to the other: enough to give all of it back (CustomerMerge.snapshot). */
export const MergeSnapshot = z.object({
  /** The row that is gone. */
  customer: Columns.extend({ createdAt: z.string() }),
  /** The kept row before and after: what nobody changed since is set back. */
  kept: z.object({ before: Columns, after: Columns }),
  /** Every number it had. Where the kept record had it too, that one's row before is `twin`. */
  numbers: z.array(
    NumberRow.extend({ twin: z.object({ contactId: z.string().nullable(), chosenAt: z.string().nullable() }).nullable() }),
  ),
  /** Every address it had. Where the kept record had the same, `twin` is that one. */
  addresses: z.array(AddressRow.extend({ twin: z.object({ id: z.string(), lastUsedAt: z.string() }).nullable() })),
  contacts: z.array(z.string()),
  deliveries: z.array(z.string()),
  notes: z.array(z.string()),
  files: z.array(z.string()),
  /** Merges of before there were interests moved none. */
  interests: z.array(z.string()).default([]),
  /** The photo that was not chosen is kept among the files. */
  photoAmongFiles: z.string().nullable(),
  /** Merges into the record that is gone: they lead to the kept one meanwhile. */
  merges: z.array(z.string()),
});
export type MergeSnapshot = z.infer<typeof MergeSnapshot>;
