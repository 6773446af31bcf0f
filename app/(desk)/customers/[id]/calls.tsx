import { CallsPanel } from '@/components/customers/card/calls-panel';
import type { CallViewer } from '@/lib/calls/visible-calls';
import { type CustomerCard, listCallsOfCustomer } from '@/lib/customers/card-queries';

export async function Calls({ customer, viewer }: { customer: CustomerCard; viewer: CallViewer }) {
  return <CallsPanel calls={await listCallsOfCustomer(customer.numbers, viewer)} />;
}
