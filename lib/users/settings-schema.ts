import { z } from 'zod';
import { isLanguage } from '../i18n/languages.ts';
import { KEYED_ACTS, whyNotKey } from '../softphone/call-keys.ts';
import { CALLS_WITH, CHOSEN_ACTIONS } from './types.ts';

const MAX_KEY_CHARACTERS = 20;
const key = z
  .string()
  .max(MAX_KEY_CHARACTERS)
  .refine((typed) => whyNotKey(typed) === null, 'keyRefused');

/** What a user changes of their own settings: one thing at a time, as the control was used. */
export const ChangeSettings = z.discriminatedUnion('setting', [
  z.object({ setting: z.literal('showsDialer'), isShown: z.boolean() }),
  z.object({ setting: z.literal('callsWith'), callsWith: z.enum(CALLS_WITH) }),
  z.object({ setting: z.literal('incomingCallAction'), action: z.enum(CHOSEN_ACTIONS) }),
  z.object({ setting: z.literal('account'), accountId: z.uuid() }),
  z.object({ setting: z.literal('presents'), lineId: z.uuid() }),
  z.object({ setting: z.literal('key'), act: z.enum(KEYED_ACTS), key }),
  z.object({ setting: z.literal('usualKeys') }),
  z.object({ setting: z.literal('language'), language: z.string().refine(isLanguage) }),
]);
export type ChangeSettings = z.infer<typeof ChangeSettings>;
