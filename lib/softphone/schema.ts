import { z } from 'zod';

const callId = z.uuid();
const MAX_NUMBER_CHARACTERS = 40;
const number = z.string().trim().min(1).max(MAX_NUMBER_CHARACTERS);

/** What can be asked of a phone at the server, as it travels there. */
export const PhoneAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('answer'), callId }),
  z.object({ act: z.literal('reject'), callId }),
  z.object({ act: z.literal('hangUp'), callId }),
  z.object({ act: z.literal('hold'), callId, held: z.boolean() }),
  z.object({ act: z.literal('sendDigit'), callId, digit: z.string().regex(/^[0-9*#]$/) }),
  z.object({ act: z.literal('dial'), number, deliveryId: z.uuid().optional(), lineId: z.uuid().optional() }),
  z.object({ act: z.literal('transfer'), callId, to: number }),
  z.object({ act: z.literal('consult'), callId, to: number }),
  z.object({ act: z.literal('completeTransfer'), callId, consultCallId: z.uuid() }),
  z.object({ act: z.literal('resume'), callId }),
]);
export type PhoneAct = z.infer<typeof PhoneAct>;
