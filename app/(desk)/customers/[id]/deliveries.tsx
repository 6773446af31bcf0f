import { DeliveriesPanel } from '@/components/customers/card/deliveries-panel';
import { listDeliveriesOfCustomer } from '@/lib/customers/card-queries';
import { readStatistics } from '@/lib/customers/facts-queries';

export async function Deliveries({ customerId }: { customerId: string }) {
  const [statistics, deliveries] = await Promise.all([readStatistics(customerId), listDeliveriesOfCustomer(customerId)]);

  return <DeliveriesPanel deliveries={deliveries} statistics={statistics} />;
}
