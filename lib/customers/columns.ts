import type { CustomerDetails } from './schema.ts';

type Texts = Partial<CustomerDetails & { city: string; country: string }>;

/** The columns of what a person wrote: an empty company, city or country is none. */
export function toColumns<Details extends Texts>({ company, city, country, birthday, ...plain }: Details) {
  return {
    ...plain,
    ...(company !== undefined && { company: company || null }),
    ...(city !== undefined && { city: city || null }),
    ...(country !== undefined && { country: country || null }),
    ...(birthday !== undefined && { birthday: birthday === null ? null : new Date(`${birthday}T00:00:00Z`) }),
  };
}
