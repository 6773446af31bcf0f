import { OverviewTab } from '@/components/customers/card/overview-tab';
import { type CustomerCard, listDeliveriesOfCustomer } from '@/lib/customers/card-queries';
import { readStatistics } from '@/lib/customers/facts-queries';

export async function Overview({ customer, isEditable }: { customer: CustomerCard; isEditable: boolean }) {
  const [statistics, deliveries] = await Promise.all([readStatistics(customer.id), listDeliveriesOfCustomer(customer.id)]);

  return <OverviewTab customer={customer} statistics={statistics} deliveries={deliveries} isEditable={isEditable} />;
}
