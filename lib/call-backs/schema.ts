import { z } from 'zod';

/** `callBackId` is made in the browser: pressed twice, or asked again after a lost answer, it is one attempt. */
export const BeginCallBack = z.object({ callBackId: z.uuid(), missedCallId: z.uuid() });
/** The phone did not dial. */
export const GiveUpCallBack = z.object({ callBackId: z.uuid() });
