import { z } from 'zod';
import { keptForm } from '../../ui/kept-form';

const Details = z.object({
  subject: z.string(),
  whatToDo: z.string(),
  description: z.string(),
  serviceTypeId: z.string().nullable(),
  responsibleId: z.string().nullable(),
  contactId: z.string().nullable(),
  potentialName: z.string(),
  potentialCompany: z.string(),
  phone: z.string(),
});

/** What is being changed of an interest, and what it was when that began. */
export function keptDetails(userId: string, interestId: string) {
  return keptForm(userId, `interest:${interestId}`, z.object({ from: Details, mine: Details }));
}
