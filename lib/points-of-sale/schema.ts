import { z } from 'zod';
import { OpeningHours, overlaps, WEEKDAYS } from '../opening-hours.ts';
import { urlProblem } from '../outgoing/outgoing-url.ts';
import { plainText } from '../plain-text.ts';

const MAX_NAME_CHARACTERS = 80;
const MAX_TEXT_CHARACTERS = 200;
const MAX_URL_CHARACTERS = 500;
const MAX_CAPACITY = 500;
const MAX_PICK_UP_MINUTES = 240;

const pointOfSaleId = z.uuid();

function line(characters: number) {
  return z
    .string()
    .max(characters, 'tooLong')
    .transform((typed) => plainText(typed).trim());
}

// Refused only where they are typed: hours that are stored already are read as they are.
const NewOpeningHours = OpeningHours.superRefine((hours, context) => {
  for (const day of WEEKDAYS) {
    if (overlaps(hours[day] ?? [])) context.addIssue({ code: 'custom', path: [day], message: 'spansOverlap' });
  }
});

export const PointOfSaleSettings = z.object({
  name: line(MAX_NAME_CHARACTERS).refine((name) => name !== '', 'nameMissing'),
  address: line(MAX_TEXT_CHARACTERS),
  phone: line(MAX_TEXT_CHARACTERS),
  capacity: z.int('capacityInvalid').min(1, 'capacityInvalid').max(MAX_CAPACITY, 'capacityInvalid'),
  pickUpMinutes: z.int('minutesInvalid').min(1, 'minutesInvalid').max(MAX_PICK_UP_MINUTES, 'minutesInvalid'),
  allowsAnonymousPickUp: z.boolean(),
  showsLoad: z.boolean(),
  openingHours: NewOpeningHours,
});
export type PointOfSaleSettings = z.infer<typeof PointOfSaleSettings>;

/** Only what was changed, so that two admins at different fields do not undo each other. */
export const ChangePointOfSale = z.object({ pointOfSaleId, changes: PointOfSaleSettings.partial() });

export const ArchivePointOfSale = z.object({ pointOfSaleId, isArchived: z.boolean() });

const Url = z
  .string()
  .trim()
  .max(MAX_URL_CHARACTERS, 'tooLong')
  .superRefine((typed, context) => {
    const problem = urlProblem(typed);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

/** Without `isEnabled` it stays as it is: a till may have switched itself off while somebody typed. */
export const SetTill = z.object({ pointOfSaleId, url: Url, isEnabled: z.boolean().optional() });
export type SetTill = z.infer<typeof SetTill>;

export const OfPointOfSale = z.object({ pointOfSaleId });
export const OfMessage = z.object({ messageId: z.uuid() });
export const PointOfSaleParams = z.object({ id: z.uuid() });
