export const FIELD_KINDS = ['text', 'number', 'date', 'choice', 'yes_no'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field that an organisation gave its customers. */
export type CustomerField = { id: string; label: string; kind: FieldKind; choices: string[] };

/** What one field says of one customer; a day as ISO 8601 writes it. Null: nothing. */
export type FieldValue = string | number | boolean | null;

/** What the own fields say of one customer, by the id of the field. */
export type FieldValues = Record<string, FieldValue>;

export const MAX_FIELDS = 40;
export const MAX_CHOICES = 100;
export const MAX_FIELD_CHARACTERS = { label: 60, choice: 80, text: 500 } as const;
