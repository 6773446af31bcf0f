import { DeliveriesPanel } from '@/components/customers/card/deliveries-panel';
import { listDeliveriesOfCustomer } from '@/lib/customers/deliveries-of-customer';
import { readStatistics } from '@/lib/customers/facts-queries';

export async function Deliveries({ customerId }: { customerId: string }) {
  const [statistics, first] = await Promise.all([readStatistics(customerId), listDeliveriesOfCustomer(customerId)]);

  return <DeliveriesPanel customerId={customerId} first={first} statistics={statistics} />;
}
