import { db } from '../db/client.ts';
import { listManagers } from '../users/managers.ts';
import { listServiceTypes } from './service-type-queries.ts';
import { listArchivedStagesInUse, listStages } from './stage-queries.ts';

/** What can be chosen in the filters, and whom the address filters by. */
export async function readFilterChoices(customerId: string | undefined) {
  const [stages, archivedStages, people, serviceTypes, customer] = await Promise.all([
    listStages(),
    listArchivedStagesInUse(),
    listManagers(),
    listServiceTypes(),
    customerId ? db.customer.findUnique({ where: { id: customerId }, select: { id: true, name: true } }) : null,
  ]);
  return { stages, archivedStages, people, serviceTypes, customer };
}
