import { z } from 'zod';

const MAX_DELAY_MS = 60_000;
const DAY_SECONDS = 24 * 60 * 60;

/** How one side of a call sounded, as its browser measured it. */
export const MeasuredCall = z.object({
  callId: z.uuid(),
  mos: z.number().min(1).max(5),
  worstMos: z.number().min(1).max(5),
  lossPercent: z.number().min(0).max(100),
  jitterMs: z.number().min(0).max(MAX_DELAY_MS),
  roundTripMs: z.number().min(0).max(MAX_DELAY_MS),
  cause: z.enum(['loss', 'jitter', 'delay', 'silence']).nullable(),
  measuredForSeconds: z.int().min(0).max(DAY_SECONDS),
});
export type MeasuredCall = z.infer<typeof MeasuredCall>;

/** A call and the delivery it was dialled from (S0.20). */
export const DialledFromDelivery = z.object({ callId: z.uuid(), deliveryId: z.uuid() });
export type DialledFromDelivery = z.infer<typeof DialledFromDelivery>;
