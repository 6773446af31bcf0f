import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { after } from 'next/server';
import { cache } from 'react';
import { CustomerCard } from '@/components/customers/card/customer-card';
import { recordView } from '@/lib/audit/record-view';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { callViewer } from '@/lib/calls/visible-calls';
import { now } from '@/lib/clock';
import { findCustomer } from '@/lib/customers/card-queries';
import { CustomerCardParams } from '@/lib/customers/card-tab';
import { findKeptId } from '@/lib/customers/kept-customer';
import { CustomerId } from '@/lib/customers/schema';
import { Calls } from './calls';
import { Deliveries } from './deliveries';
import { Files } from './files';
import { Interests } from './interests';
import { Overview } from './overview';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

// The title and the page ask for the same customer within one request.
const customerOf = cache(async (raw: string) => {
  await pageUser('customer:read');
  const id = CustomerId.safeParse(raw);
  if (!id.success) return null;

  const customer = await findCustomer(id.data);
  // A link to a record that was merged into another leads on to that one.
  const keptId = customer ? null : await findKeptId(id.data);
  if (keptId) redirect(`/customers/${keptId}`);
  return customer;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { details } = (await customerOf((await params).id)) ?? notFound();
  return { title: details.name };
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const user = await pageUser('customer:read');
  const customer = (await customerOf((await params).id)) ?? notFound();
  after(() => recordView({ userId: user.id, customerId: customer.id, at: now() }));
  const { tab: asked } = CustomerCardParams.parse(await searchParams);
  const mayReadInterests = may(user, 'interest:read');
  const tab = asked === 'interests' && !mayReadInterests ? 'overview' : asked;
  const isEditable = may(user, 'customer:edit');

  // Only what is open is read.
  const parts = {
    overview: () => <Overview customer={customer} user={user} isEditable={isEditable} />,
    deliveries: () => <Deliveries customerId={customer.id} />,
    interests: () => <Interests customerId={customer.id} isEditable={may(user, 'interest:edit')} />,
    calls: () => <Calls customer={customer} viewer={callViewer(user)} />,
    files: () => <Files customerId={customer.id} viewer={callViewer(user)} isEditable={isEditable} />,
  };

  return (
    <CustomerCard
      customer={customer}
      tab={tab}
      isEditable={isEditable}
      mayTakeOrders={may(user, 'delivery:edit')}
      mayReadInterests={mayReadInterests}
    >
      {parts[tab]()}
    </CustomerCard>
  );
}
