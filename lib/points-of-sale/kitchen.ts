import type { DeliveryStatus } from '../db/generated/enums.ts';

/** In the kitchen's hands: what its load counts. */
export const KITCHEN_STATUSES = ['sent', 'accepted', 'cooking'] as const satisfies DeliveryStatus[];
