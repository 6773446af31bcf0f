import { z } from 'zod';

export const DeliveryPageKey = z.object({ isOpen: z.boolean(), wantedAt: z.iso.datetime().nullable(), id: z.uuid() });
export type DeliveryPageKey = z.infer<typeof DeliveryPageKey>;

export const CallPageKey = z.object({ startedAt: z.iso.datetime(), id: z.uuid() });
export type CallPageKey = z.infer<typeof CallPageKey>;

/** The last entry of a history that is shown; ids grow with time. */
export const HistoryPageKey = z.string().regex(/^\d{1,18}$/);
export type HistoryPageKey = z.infer<typeof HistoryPageKey>;

export const MoreDeliveries = z.object({ customerId: z.uuid(), after: DeliveryPageKey });
export const MoreCalls = z.object({ customerId: z.uuid(), after: CallPageKey });
export const MoreHistory = z.object({ customerId: z.uuid(), after: HistoryPageKey });
