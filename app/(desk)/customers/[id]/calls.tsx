import { CallsPanel } from '@/components/customers/card/calls-panel';
import type { CallViewer } from '@/lib/calls/visible-calls';
import { listCallsOfCustomer } from '@/lib/customers/calls-of-customer';
import type { CustomerCard } from '@/lib/customers/card-queries';

export async function Calls({ customer, viewer }: { customer: CustomerCard; viewer: CallViewer }) {
  return <CallsPanel customerId={customer.id} first={await listCallsOfCustomer(customer.numbers, viewer)} />;
}
