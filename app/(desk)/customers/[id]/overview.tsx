import { OverviewTab } from '@/components/customers/card/overview-tab';
import { NotesPanel } from '@/components/notes/notes-panel';
import type { SignedInUser } from '@/lib/auth/session';
import { listFields } from '@/lib/customer-fields/queries';
import { type CustomerCard, listAddressesOfCustomer, listContactsOfCustomer } from '@/lib/customers/card-queries';
import { listDeliveriesOfCustomer } from '@/lib/customers/deliveries-of-customer';
import { readStatistics } from '@/lib/customers/facts-queries';
import { listHistory } from '@/lib/customers/history-queries';
import { listDuplicates } from '@/lib/customers/merge-queries';
import { listShownNotes } from '@/lib/notes/shown-notes';
import { listManagersWith } from '@/lib/users/managers-with';

const DELIVERIES_AT_A_GLANCE = 5;

type OverviewProps = { customer: CustomerCard; user: SignedInUser; isEditable: boolean };

export async function Overview({ customer, user, isEditable }: OverviewProps) {
  const { id, numbers } = customer;
  const [fields, managers, contacts, addresses, duplicates, statistics, deliveries, history, written] = await Promise.all([
    listFields(),
    listManagersWith([customer.details.managerId]),
    listContactsOfCustomer(id),
    listAddressesOfCustomer(id),
    listDuplicates(
      id,
      numbers.map(({ e164 }) => e164),
    ),
    readStatistics(id),
    listDeliveriesOfCustomer(id, null, DELIVERIES_AT_A_GLANCE),
    listHistory(id),
    listShownNotes(id, user),
  ]);

  const notes = <NotesPanel customerId={id} first={written} isEditable={isEditable} />;

  return (
    <OverviewTab
      {...{ notes, customer, fields, managers, contacts, addresses, duplicates, statistics, deliveries, history, isEditable }}
    />
  );
}
