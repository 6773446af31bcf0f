import type { Room } from '../realtime/events.ts';
import type { DeliveryContent } from './types.ts';

type WithPointOfSale = Pick<DeliveryContent, 'pointOfSaleId'>;

/** Who hears that a delivery changed: the desks, the point of sale that was sent it, and the one it names now. */
export function hearersOf(sent: WithPointOfSale | null, current: WithPointOfSale): Room[] {
  const points = [sent?.pointOfSaleId, current.pointOfSaleId].filter((id) => typeof id === 'string');
  return ['deliveries', ...[...new Set(points)].map((id): Room => `point-of-sale:${id}`)];
}
