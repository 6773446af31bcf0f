import { z } from 'zod';

const CUSTOMER_TABS = ['overview', 'deliveries', 'interests', 'calls', 'files'] as const;
export type CustomerTab = (typeof CUSTOMER_TABS)[number];

/** Which part of the card the address names; one that is none is the first. */
export const CustomerCardParams = z.object({ tab: z.enum(CUSTOMER_TABS).catch('overview') });
