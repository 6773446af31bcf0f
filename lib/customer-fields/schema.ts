import { z } from 'zod';
import { typedText } from '../typed-text.ts';
import { FIELD_KINDS, MAX_CHOICES, MAX_FIELD_CHARACTERS, MAX_FIELDS } from './types.ts';

const Label = typedText(MAX_FIELD_CHARACTERS.label).refine((label) => label !== '', 'labelMissing');
const Choice = typedText(MAX_FIELD_CHARACTERS.choice).refine((choice) => choice !== '', 'choiceMissing');
const isUnlike = (choices: string[]) => new Set(choices).size === choices.length;

export const AddField = z
  .object({
    /** Made by the browser, so that a repeated save is the same field. */
    fieldId: z.uuid(),
    label: Label,
    kind: z.enum(FIELD_KINDS),
    choices: z.array(Choice).max(MAX_CHOICES).refine(isUnlike, 'choiceTwice'),
  })
  .refine(({ kind, choices }) => kind !== 'choice' || choices.length > 0, { path: ['choices'], message: 'choicesMissing' });
export type AddField = z.infer<typeof AddField>;

export const ChangeField = z.object({
  fieldId: z.uuid(),
  /** What the browser showed, so that nothing a colleague changed meanwhile is overwritten. */
  from: z.object({ label: z.string(), choices: z.array(z.string()) }),
  label: Label,
  /** In their order; `was` is what a choice was called before, null where it is new. */
  choices: z
    .array(z.object({ was: z.string().nullable(), now: Choice }))
    .max(MAX_CHOICES)
    .refine((choices) => isUnlike(choices.map(({ now }) => now)), 'choiceTwice'),
  /** How many customers have a choice that goes, as the admin was told; they keep it. */
  inUse: z.number().int().nonnegative(),
});
export type ChangeField = z.infer<typeof ChangeField>;

export const ArchiveField = z.object({ fieldId: z.uuid(), isArchived: z.boolean() });
export type ArchiveField = z.infer<typeof ArchiveField>;

/** All the fields that show, in their new order. */
export const OrderFields = z.object({ fieldIds: z.array(z.uuid()).max(MAX_FIELDS) });
export type OrderFields = z.infer<typeof OrderFields>;
