import { cache } from 'react';
import { pageUser } from '../auth/session.ts';
import { callViewer } from '../calls/visible-calls.ts';
import { findDelivery } from './delivery-queries.ts';
import { DeliveryId } from './schema.ts';

/** The delivery that an address names, for who may read it. The title and the page ask for the same one within one request. */
export const deliveryOfPage = cache(async (raw: string) => {
  const user = await pageUser('delivery:read');
  const id = DeliveryId.safeParse(raw);
  return id.success ? findDelivery(id.data, callViewer(user)) : null;
});
