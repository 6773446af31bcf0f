import type { Destination } from '@/lib/caller-card/types';

/** Where an answered call leads; null where nothing opens by itself. `chooseCustomer` asks first (S0.14), `inquiry` opens the wizard over whatever is there (S3.6). */
export function destinationPath(
  opens: Exclude<Destination, { kind: 'chooseCustomer' | 'inquiry' }>,
  callId: string,
): string | null {
  switch (opens.kind) {
    case 'delivery':
      return `/deliveries/${opens.deliveryId}?${new URLSearchParams({ call: callId })}`;
    case 'newDelivery':
      return newDeliveryPath({ phone: opens.phone, customerId: opens.customerId, callId });
    case 'driver':
      return `/drivers/${opens.driverId}`;
    case 'nothing':
      return null;
  }
}

type NewDelivery = { phone: string | null; customerId: string | null; callId: string };

/** The phone is the number that is calling now, even where the customer last used another one (S0.12). */
export function newDeliveryPath({ phone, customerId, callId }: NewDelivery): string {
  const query = new URLSearchParams();
  if (phone) query.set('phone', phone);
  if (customerId) query.set('customer', customerId);
  query.set('call', callId);
  return `/deliveries/new?${query}`;
}
