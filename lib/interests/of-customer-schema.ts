import { z } from 'zod';
import { Subject, WhatToDo } from './details-schema.ts';

export const AddInterest = z.object({
  /** Made by the browser, so that a repeated save is the same interest. */
  interestId: z.uuid(),
  customerId: z.uuid(),
  subject: Subject,
  whatToDo: WhatToDo,
  serviceTypeId: z.uuid().nullable(),
});
export type AddInterest = z.infer<typeof AddInterest>;

export const InterestPageKey = z.object({ isOpen: z.boolean(), number: z.int().positive() });
export type InterestPageKey = z.infer<typeof InterestPageKey>;
export const MoreOfCustomer = z.object({ customerId: z.uuid(), after: InterestPageKey });
