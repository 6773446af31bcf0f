import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { type ChoiceChange, choiceChanges } from './choices.ts';
import { inFieldOrder } from './queries.ts';
import type { AddField, ArchiveField, ChangeField, OrderFields } from './schema.ts';
import { MAX_FIELDS } from './types.ts';

type Author = { userId: string };

export type FieldOutcome =
  | { kind: 'stored' | 'notFound' | 'changedMeanwhile' | 'labelTaken' | 'tooMany' | 'choicesMissing' }
  /** `count` customers have a choice that would go. */
  | { kind: 'inUse'; count: number };

/** A rename may touch every customer: in parts, so that no statement runs into its time limit. */
const RENAME_ROWS = 5_000;
const RENAME_TIMEOUT_MS = 60_000;

/** A new field comes last. */
export function storeNewField({ fieldId: id, label, kind, choices }: AddField, author: Author): Promise<FieldOutcome> {
  return db.$transaction(async (tx) => {
    const fields = await lockFields(tx);
    if (fields.some((field) => field.id === id)) return { kind: 'stored' };
    if (fields.length >= MAX_FIELDS) return { kind: 'tooMany' };
    if (isLabelTaken(fields, id, label)) return { kind: 'labelTaken' };

    const row = { id, label, kind, choices: kind === 'choice' ? choices : [], position: fields.length };
    await tx.customerField.create({ data: row, select: { id: true } });
    await audit(tx, author, id, { change: 'added', label });
    return { kind: 'stored' };
  });
}

/** Another label, other choices. A choice that customers have goes only where the admin was told how many they are. */
export function storeFieldChange(input: ChangeField, author: Author): Promise<FieldOutcome> {
  const { fieldId: id, from, label, choices, inUse } = input;

  return db.$transaction(
    async (tx): Promise<FieldOutcome> => {
      const fields = await lockFields(tx);
      const field = fields.find((each) => each.id === id);
      if (!field) return { kind: 'notFound' };
      const isChoice = field.kind === 'choice';
      if (isAsWanted(field, label, choices)) return { kind: 'stored' };
      if (field.label !== from.label || !isSameList(field.choices, from.choices)) return { kind: 'changedMeanwhile' };
      if (isLabelTaken(fields, id, label)) return { kind: 'labelTaken' };
      if (isChoice && choices.length === 0) return { kind: 'choicesMissing' };

      const { removed, renamed } = choiceChanges(field.choices, isChoice ? choices : []);
      const count = removed.length > 0 ? await countWith(tx, id, removed) : 0;
      if (count !== inUse && count > 0) return { kind: 'inUse', count };

      const data = { label, ...(isChoice && { choices: choices.map(({ now }) => now) }) };
      await tx.customerField.update({ where: { id }, data, select: { id: true } });
      await renameValues(tx, id, renamed);
      await audit(tx, author, id, { change: 'changed', label });
      return { kind: 'stored' };
    },
    { timeout: RENAME_TIMEOUT_MS },
  );
}

/** Put away, or taken out again as the last one. What it says of customers is kept. */
export function storeArchived({ fieldId: id, isArchived }: ArchiveField, author: Author, now: Date): Promise<FieldOutcome> {
  return db.$transaction(async (tx) => {
    const fields = await lockFields(tx);
    if (!isArchived && fields.length >= MAX_FIELDS) return { kind: 'tooMany' };
    const before = await tx.customerField.findUnique({
      where: { id },
      select: { label: true, archivedAt: true, position: true },
    });
    if (!before) return { kind: 'notFound' };
    if ((before.archivedAt !== null) === isArchived) return { kind: 'stored' };
    if (!isArchived && isLabelTaken(fields, id, before.label)) return { kind: 'labelTaken' };

    // One that is taken out again stands where it stood: nobody moved it.
    await tx.customerField.update({ where: { id }, data: { archivedAt: isArchived ? now : null }, select: { id: true } });
    await audit(tx, author, id, { change: isArchived ? 'archived' : 'restored', label: before.label });
    return { kind: 'stored' };
  });
}

/** The order of all of them; refused where a colleague added one or put one away meanwhile. */
export function storeOrder({ fieldIds }: OrderFields, author: Author): Promise<FieldOutcome> {
  return db.$transaction(async (tx) => {
    const ids = (await lockFields(tx)).map(({ id }) => id);
    if (ids.length !== fieldIds.length || !ids.every((id) => fieldIds.includes(id))) return { kind: 'changedMeanwhile' };
    if (isSameList(ids, fieldIds)) return { kind: 'stored' };

    for (const [position, id] of fieldIds.entries()) await tx.customerField.updateMany({ where: { id }, data: { position } });
    await audit(tx, author, null, { change: 'ordered', label: null });
    return { kind: 'stored' };
  });
}

/** How many customers have one of these choices. */
async function countWith(tx: Prisma.TransactionClient, fieldId: string, choices: string[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "Customer" where extra->>${fieldId} = any(${choices}::text[])`;
  return row?.count ?? 0;
}

/** Through names that nothing has, so that two choices can change places. */
async function renameValues(
  tx: Prisma.TransactionClient,
  fieldId: string,
  renamed: { was: string; now: string }[],
): Promise<void> {
  const steps = renamed.map(({ was, now }, index) => ({ was, now, between: `\u0001${index}` }));
  for (const { was, between } of steps) await replaceValue(tx, fieldId, was, between);
  for (const { between, now } of steps) await replaceValue(tx, fieldId, between, now);
}

async function replaceValue(tx: Prisma.TransactionClient, fieldId: string, was: string, now: string): Promise<void> {
  let count: number;
  do {
    count = await tx.$executeRaw`
      update "Customer" set extra = jsonb_set(extra, array[${fieldId}]::text[], to_jsonb(${now}::text))
       where id in (select id from "Customer" where extra->>${fieldId} = ${was} order by id limit ${RENAME_ROWS})`;
  } while (count === RENAME_ROWS);
}

/** All that show, in their order, until the transaction ends: two admins who change them at once do so one after the other. */
async function lockFields(tx: Prisma.TransactionClient) {
  await tx.$executeRaw`lock table "CustomerField" in share row exclusive mode`;
  return tx.customerField.findMany({
    select: { id: true, label: true, kind: true, choices: true },
    where: { archivedAt: null },
    orderBy: inFieldOrder,
  });
}

function isLabelTaken(fields: { id: string; label: string }[], id: string, label: string): boolean {
  return fields.some((field) => field.id !== id && field.label.toLowerCase() === label.toLowerCase());
}

function isAsWanted(field: { label: string; choices: string[] }, label: string, choices: ChoiceChange[]): boolean {
  const wanted = choices.map(({ now }) => now);
  const isRenamed = choices.some(({ was, now }) => was !== null && was !== now && field.choices.includes(was));
  return field.label === label && !isRenamed && isSameList(field.choices, wanted);
}

function isSameList(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

function audit(
  tx: Prisma.TransactionClient,
  { userId }: Author,
  subjectId: string | null,
  details: { change: string; label: string | null },
) {
  return recordAudit(tx, { userId, action: 'customer-field.changed', subjectType: 'customer-field', subjectId, details });
}
