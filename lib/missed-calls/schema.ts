import { z } from 'zod';
import { TagName } from '../tags/schema.ts';

const MAX_AT_ONCE = 200;

export const MissedCallIds = z.object({ missedCallIds: z.array(z.uuid()).min(1).max(MAX_AT_ONCE) });
export const OneMissedCall = z.object({ missedCallId: z.uuid() });

export const TagMissedCall = OneMissedCall.extend({ name: TagName });
export const UntagMissedCall = OneMissedCall.extend({ tagId: z.uuid() });
/** Null is nobody in particular. */
export const AssignMissedCall = OneMissedCall.extend({ toId: z.uuid().nullable() });
