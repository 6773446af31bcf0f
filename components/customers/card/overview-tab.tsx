import type { ReactNode } from 'react';
import type { CustomerDelivery, CustomerCard as Facts } from '@/lib/customers/card-queries';
import type { OrderStatistics } from '@/lib/customers/types';
import { AboutPanel } from './about-panel';
import { AddressesPanel } from './addresses-panel';
import { DeliveriesPanel } from './deliveries-panel';
import { NumbersPanel } from './numbers-panel';

type OverviewTabProps = {
  customer: Facts;
  statistics: OrderStatistics;
  deliveries: CustomerDelivery[];
  isEditable: boolean;
  /** What was written about them. */
  notes: ReactNode;
};

/** How to reach them, where they live, what is known of them, and what they have coming. */
export function OverviewTab({ customer, statistics, deliveries, isEditable, notes }: OverviewTabProps) {
  const { id, details } = customer;

  return (
    <div className="grid grid-cols-1 items-start gap-3 @3xl:grid-cols-[18rem_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-3">
        <NumbersPanel customerId={id} numbers={customer.numbers} isEditable={isEditable} />
        <AboutPanel customerId={id} details={details} isEditable={isEditable} />
        <AddressesPanel addresses={customer.addresses} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {notes}
        <DeliveriesPanel deliveries={deliveries} statistics={statistics} />
      </div>
    </div>
  );
}
