import { OverviewTab } from '@/components/customers/card/overview-tab';
import { NotesPanel } from '@/components/notes/notes-panel';
import type { SignedInUser } from '@/lib/auth/session';
import { callViewer } from '@/lib/calls/visible-calls';
import { type CustomerCard, listDeliveriesOfCustomer } from '@/lib/customers/card-queries';
import { readStatistics } from '@/lib/customers/facts-queries';
import { mayDeleteNote } from '@/lib/notes/policy';
import { listNotesOfCustomer } from '@/lib/notes/queries';

type OverviewProps = { customer: CustomerCard; user: SignedInUser; isEditable: boolean };

export async function Overview({ customer, user, isEditable }: OverviewProps) {
  const [statistics, deliveries, notes] = await Promise.all([
    readStatistics(customer.id),
    listDeliveriesOfCustomer(customer.id),
    listNotesOfCustomer(customer.id, callViewer(user)),
  ]);
  const shown = notes.map((note) => ({ ...note, isDeletable: mayDeleteNote(user, note) }));

  return (
    <OverviewTab
      customer={customer}
      statistics={statistics}
      deliveries={deliveries}
      isEditable={isEditable}
      notes={<NotesPanel customerId={customer.id} notes={shown} isEditable={isEditable} />}
    />
  );
}
