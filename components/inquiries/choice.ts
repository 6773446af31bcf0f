import {
  type DraftContent,
  type FoundForInquiry,
  type InquiryCustomer,
  type InquiryInterest,
  NEW_INTEREST,
} from '@/lib/inquiries/types';

/** Whose inquiry it is: a customer's, a potential one's, or still to be said where several have the number. */
export type Whose = { kind: 'customer'; customer: InquiryCustomer } | { kind: 'potential' } | { kind: 'unsaid' };

/** Whom somebody chose, else the one who has the number; nobody who was found may be a potential customer. */
export function whoseOf({ customerId }: DraftContent, { customers }: FoundForInquiry, known: InquiryCustomer[]): Whose {
  if (customerId === null) return { kind: 'potential' };
  const chosen = customerId && known.find(({ id }) => id === customerId);
  if (chosen) return { kind: 'customer', customer: chosen };

  const [first, second] = customers;
  if (!first) return { kind: 'potential' };
  return second ? { kind: 'unsaid' } : { kind: 'customer', customer: first };
}

/** Whose inquiry it is, in a line: the names that are known, and the number; empty where there is neither. */
export function namesOf(whose: Whose, { name = '', company = '' }: DraftContent, number: string | undefined): string {
  const names = whose.kind === 'customer' ? [whose.customer.contact?.name, whose.customer.name] : [name, company];
  const others = whose.kind === 'unsaid' ? [] : names;
  return [...others, number].flatMap((text) => text?.trim() || []).join(', ');
}

/** Their active interests, as they came: mine first. */
export function interestsOf(whose: Whose, interests: InquiryInterest[]): InquiryInterest[] {
  switch (whose.kind) {
    case 'customer':
      return interests.filter(({ customerId }) => customerId === whose.customer.id);
    case 'potential':
      return interests.filter(({ customerId }) => customerId === null);
    case 'unsaid':
      return [];
  }
}

/**
 * The interest that was chosen; else mine, where there is one and no other need was written down (S3.8). One that was chosen and is
 * closed by now leads to no other one by itself.
 */
export function chosenInterest(
  { interestId, subject = '' }: DraftContent,
  interests: InquiryInterest[],
  userId: string,
): InquiryInterest | typeof NEW_INTEREST {
  if (interestId) return interests.find(({ id }) => id === interestId) ?? NEW_INTEREST;

  const [first] = interests;
  return first?.responsible?.id === userId && subject.trim() === '' ? first : NEW_INTEREST;
}

/** What the operator wrote down of the caller begins the description; from then on it is what stands there. */
export function descriptionOf({ description, note = '', city = '' }: DraftContent): string {
  return description ?? [note, city].filter((text) => text.trim() !== '').join('\n');
}
