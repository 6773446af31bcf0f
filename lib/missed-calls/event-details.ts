import { z } from 'zod';
import { REMOVAL_REASONS } from './types.ts';

/** The facts of a ledger event, as they are stored beside its type. */
export const EventDetails = z
  .object({
    attemptId: z.string(),
    smsId: z.string(),
    reason: z.enum(REMOVAL_REASONS),
    talkSeconds: z.number(),
    cause: z.string().nullable(),
    waitSeconds: z.number(),
    missedAt: z.string(),
    toId: z.string().nullable(),
  })
  .partial()
  .catch({});
export type EventDetails = z.infer<typeof EventDetails>;
