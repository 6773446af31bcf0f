import type { InterestDetails } from './details-schema.ts';

export type DetailField = keyof InterestDetails;
type Some = Partial<InterestDetails>;

export const DETAIL_FIELDS = [
  'subject',
  'whatToDo',
  'description',
  'serviceTypeId',
  'responsibleId',
  'contactId',
  'potentialName',
  'potentialCompany',
  'phone',
] as const satisfies DetailField[];

/** What only somebody has who is no customer yet. */
export const POTENTIAL_FIELDS = ['potentialName', 'potentialCompany', 'phone'] as const satisfies DetailField[];

/** What was changed in a form, in both values: the one it began with and the one to store. */
export function changedDetails(before: InterestDetails, after: InterestDetails): { from: Some; to: Some } {
  const changed = DETAIL_FIELDS.filter((field) => !isSame(before[field], after[field]));
  return { from: pick(before, changed), to: pick(after, changed) };
}

/** The fields that somebody else changed since `from`, and not to the same as `to`. */
export function changedMeanwhile(from: Some, to: Some, now: InterestDetails): DetailField[] {
  const wished = DETAIL_FIELDS.filter((field) => to[field] !== undefined);
  return wished.filter((field) => !isSame(now[field], from[field]) && !isSame(now[field], to[field]));
}

/** One's own text with theirs in these fields. */
export function withTheirs(mine: InterestDetails, theirs: InterestDetails, fields: readonly DetailField[]): InterestDetails {
  return { ...mine, ...pick(theirs, fields) };
}

function pick(details: InterestDetails, fields: readonly DetailField[]): Some {
  return Object.fromEntries(fields.map((field) => [field, details[field]]));
}

/** Spaces around a text say nothing; nothing chosen is null, whether it is written down or not there. */
function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return (one?.trim() ?? null) === (other?.trim() ?? null);
}
