import type { ReactNode } from 'react';
import type { CustomerField } from '@/lib/customer-fields/types';
import type { DeliveryPageKey, HistoryPageKey } from '@/lib/customers/card-pages';
import type { CustomerAddress, CustomerContact, CustomerCard as Facts } from '@/lib/customers/card-queries';
import type { CustomerDelivery } from '@/lib/customers/deliveries-of-customer';
import type { HistoryEntry } from '@/lib/customers/history-queries';
import type { Duplicate } from '@/lib/customers/merge-queries';
import type { OrderStatistics } from '@/lib/customers/types';
import type { Page } from '@/lib/page';
import type { Manager } from '@/lib/users/managers';
import { Duplicates } from '../merge/duplicates';
import { AboutPanel } from './about-panel';
import { AddressesPanel } from './addresses-panel';
import { ContactsPanel } from './contacts-panel';
import { DeliveriesPanel } from './deliveries-panel';
import { HistoryPanel } from './history-panel';
import { NumbersPanel } from './numbers-panel';

type OverviewTabProps = {
  customer: Facts;
  fields: CustomerField[];
  managers: Manager[];
  contacts: CustomerContact[];
  addresses: CustomerAddress[];
  duplicates: Duplicate[];
  statistics: OrderStatistics;
  deliveries: Page<CustomerDelivery, DeliveryPageKey>;
  history: Page<HistoryEntry, HistoryPageKey>;
  isEditable: boolean;
  /** What was written about them. */
  notes: ReactNode;
};

/** How to reach them, where they live, what is known of them, and what they have coming. */
export function OverviewTab(props: OverviewTabProps) {
  const { customer, fields, managers, contacts, addresses, duplicates, statistics, deliveries, history, isEditable, notes } =
    props;
  const { id, details, numbers } = customer;

  return (
    <div className="grid grid-cols-1 items-start gap-3 @3xl:grid-cols-[20rem_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-3">
        <NumbersPanel customerId={id} name={details.name} numbers={numbers} contacts={contacts} isEditable={isEditable} />
        {isEditable && <Duplicates customerId={id} duplicates={duplicates} />}
        <ContactsPanel customerId={id} contacts={contacts} numbers={numbers} isEditable={isEditable} />
        <AboutPanel customerId={id} details={details} fields={fields} managers={managers} isEditable={isEditable} />
        <AddressesPanel customerId={id} addresses={addresses} isEditable={isEditable} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {notes}
        <DeliveriesPanel customerId={id} first={deliveries} statistics={statistics} hasOwnPart />
        <HistoryPanel customerId={id} first={history} isEditable={isEditable} />
      </div>
    </div>
  );
}
