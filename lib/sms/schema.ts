import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { MAX_SMS_CHARACTERS } from './limits.ts';

/** Lines stay, as a form feed or the direction of writing does not. */
export const SmsText = z
  .string()
  .max(MAX_SMS_CHARACTERS, 'tooLong')
  .transform((typed) => plainText(typed.replace(/\r\n?/g, '\n')).trim())
  .refine((text) => text !== '', 'textMissing');

/** `smsId` is made by the browser: pressed twice, or sent again after a lost answer, it is one message. */
export const SendSms = z.object({ smsId: z.uuid(), missedCallId: z.uuid(), text: SmsText });
export type SendSms = z.infer<typeof SendSms>;

export const PrepareSms = z.object({ missedCallId: z.uuid() });
