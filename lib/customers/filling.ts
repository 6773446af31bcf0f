import type { DeliveryContent } from '../deliveries/types.ts';
import type { FoundCustomer } from './types.ts';

export type Chosen = Pick<FoundCustomer, 'id' | 'name' | 'display' | 'address'>;

/**
 * What choosing a customer writes into a delivery. A number that stands there is the one they call from and stays (S0.12);
 * an address that is being taken down stays too.
 */
export function fillingOf(mine: DeliveryContent, { id, name, display, address }: Chosen): Partial<DeliveryContent> {
  const hasAddress = [mine.street, mine.flat, mine.district, mine.city].some((part) => part.trim() !== '');
  return {
    customerId: id,
    customerName: name,
    ...(mine.phone.trim() === '' && display !== null && { phone: display }),
    ...(!hasAddress && address),
  };
}
