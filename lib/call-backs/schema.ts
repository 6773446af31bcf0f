import { z } from 'zod';

const MAX_CAUSE = 40;

/** `callBackId` is made in the browser: pressed twice, or asked again after a lost answer, it is one attempt. */
export const BeginCallBack = z.object({ callBackId: z.uuid(), missedCallId: z.uuid() });
/** The phone did not dial; `cause` is what it said. */
export const GiveUpCallBack = z.object({ callBackId: z.uuid(), cause: z.string().max(MAX_CAUSE) });
