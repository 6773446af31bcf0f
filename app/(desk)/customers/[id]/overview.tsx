import { OverviewTab } from '@/components/customers/card/overview-tab';
import { listFields } from '@/lib/customer-fields/queries';
import { type CustomerCard, listAddressesOfCustomer, listContactsOfCustomer } from '@/lib/customers/card-queries';
import { listDeliveriesOfCustomer } from '@/lib/customers/deliveries-of-customer';
import { readStatistics } from '@/lib/customers/facts-queries';
import { listHistory } from '@/lib/customers/history-queries';
import { listDuplicates } from '@/lib/customers/merge-queries';

const DELIVERIES_AT_A_GLANCE = 5;

export async function Overview({ customer, isEditable }: { customer: CustomerCard; isEditable: boolean }) {
  const { id, numbers } = customer;
  const [fields, contacts, addresses, duplicates, statistics, deliveries, history] = await Promise.all([
    listFields(),
    listContactsOfCustomer(id),
    listAddressesOfCustomer(id),
    listDuplicates(
      id,
      numbers.map(({ e164 }) => e164),
    ),
    readStatistics(id),
    listDeliveriesOfCustomer(id, null, DELIVERIES_AT_A_GLANCE),
    listHistory(id),
  ]);

  return <OverviewTab {...{ customer, fields, contacts, addresses, duplicates, statistics, deliveries, history, isEditable }} />;
}
