import { z } from 'zod';

export const OnCall = z.object({ callId: z.uuid() });
export const HoldCall = OnCall.extend({ held: z.boolean() });
export const SendDigit = OnCall.extend({ digit: z.string().regex(/^[0-9*#]$/) });

const MAX_NUMBER_CHARACTERS = 40;
export const DialNumber = z.object({ number: z.string().min(1).max(MAX_NUMBER_CHARACTERS), deliveryId: z.uuid().optional() });
