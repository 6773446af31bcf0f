import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { SearchText } from '../search-text.ts';
import { MAX_DRIVER_NAME, MAX_DRIVER_NUMBERS } from './limits.ts';

const MAX_NUMBER_CHARACTERS = 40;

export const DriverParams = z.object({ id: z.uuid() });

/** `?text=`: what of a link cannot be read counts as not set. */
export const DriverFilter = z.object({
  text: SearchText,
});
export type DriverFilter = z.infer<typeof DriverFilter>;

const driverId = z.uuid();

const Name = z
  .string()
  .max(MAX_DRIVER_NAME, 'nameTooLong')
  .transform((typed) => plainText(typed).trim())
  .refine((name) => name !== '', 'nameMissing');
/** As they are typed, the one to call first. */
const Numbers = z
  .array(z.string().max(MAX_NUMBER_CHARACTERS, 'numberInvalid').transform(plainText))
  .max(MAX_DRIVER_NUMBERS, 'tooManyNumbers');

/** The browser makes the id, so that a repeated save is the same driver. */
export const AddDriver = z.object({ driverId, name: Name, numbers: Numbers });

export const ChangeDriver = z.object({
  driverId,
  /** What the browser showed, numbers in E.164, so that nothing a colleague changed meanwhile is overwritten. */
  from: z.object({ name: z.string().transform(plainText), numbers: z.array(z.string().transform(plainText)) }),
  /** Only what was changed. */
  name: Name.optional(),
  numbers: Numbers.optional(),
});
export type ChangeDriver = z.infer<typeof ChangeDriver>;

export const SetShift = z.object({ driverId, isOnShift: z.boolean() });
export type SetShift = z.infer<typeof SetShift>;

export const SetArchived = z.object({ driverId, isArchived: z.boolean() });
export type SetArchived = z.infer<typeof SetArchived>;
