import { z } from 'zod';

const MAX_AT_ONCE = 200;

export const MissedCallIds = z.object({ missedCallIds: z.array(z.uuid()).min(1).max(MAX_AT_ONCE) });
export const OneMissedCall = z.object({ missedCallId: z.uuid() });
