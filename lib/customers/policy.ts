import type { CustomerDetails } from './schema.ts';

/** What is wrong with a customer's details on this day of the organisation's calendar, by field; null when nothing is. */
export function detailsProblems({ birthday }: Partial<CustomerDetails>, today: string): Record<string, string> | null {
  return birthday && birthday > today ? { birthday: 'birthdayInvalid' } : null;
}

type Detailed = Omit<CustomerDetails, 'company'> & { company: string | null };

/** What was changed in a form, in both values: the one it began with and the one to store. */
export function changedDetails(before: CustomerDetails, after: CustomerDetails) {
  const fields = (Object.keys(after) as (keyof CustomerDetails)[]).filter((field) => before[field] !== after[field]);
  const pick = (details: CustomerDetails): Partial<CustomerDetails> =>
    Object.fromEntries(fields.map((field) => [field, details[field]]));
  return { from: pick(before), to: pick(after) };
}

export function toDetails({ name, company, class: customerClass, note, birthday, source }: Detailed): CustomerDetails {
  return { name, company: company ?? '', class: customerClass, note, birthday, source };
}
