import type { CustomerClass } from '../caller-card/types.ts';
import type { FieldValues } from '../customer-fields/types.ts';

/** The parts of a record of which one of two is kept. Own fields are named `extra.<id>`. */
export const MERGED_FIELDS = [
  'name',
  'company',
  'class',
  'note',
  'birthday',
  'source',
  'city',
  'country',
  'photo',
  'managerId',
] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];

/** Whose value stays; a note can be both. */
export type Choice = 'kept' | 'other' | 'both';
/** By the field: one of MERGED_FIELDS, or `extra.<id>`. */
export type Choices = Partial<Record<string, Choice>>;

/** What a record says of a person, as it is compared. */
export type MergeValues = {
  name: string;
  company: string;
  class: CustomerClass;
  note: string;
  /** A day, ISO. */
  birthday: string | null;
  source: string;
  city: string;
  country: string;
  photo: string | null;
  managerId: string | null;
  extra: FieldValues;
};

/** One of the two records as an operator sees it before they are one. */
export type MergeSide = {
  id: string;
  values: MergeValues;
  numbers: { e164: string; display: string; contactName: string | null }[];
  addresses: { id: string; text: string }[];
  contacts: { id: string; name: string }[];
  counts: {
    numbers: number;
    addresses: number;
    deliveries: number;
    notes: number;
    files: number;
    contacts: number;
    interests: number;
  };
  /** Names the state that was shown: a merge says of which two states it is. */
  state: string;
};
