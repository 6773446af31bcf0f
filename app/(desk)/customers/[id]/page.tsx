import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CustomerCard } from '@/components/customers/card/customer-card';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { callViewer } from '@/lib/calls/visible-calls';
import { findCustomer, readCustomerPage } from '@/lib/customers/card-queries';
import { CustomerId } from '@/lib/customers/schema';

type Props = { params: Promise<{ id: string }> };

// The title and the page ask for the same customer within one request.
const customerOf = cache(async (raw: string) => {
  await pageUser('customer:read');
  const id = CustomerId.safeParse(raw);
  return id.success ? findCustomer(id.data) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { details } = (await customerOf((await params).id)) ?? notFound();
  return { title: details.name };
}

export default async function CustomerPage({ params }: Props) {
  const user = await pageUser('customer:read');
  const customer = (await customerOf((await params).id)) ?? notFound();

  return (
    <CustomerCard
      customer={customer}
      {...(await readCustomerPage(customer, callViewer(user)))}
      isEditable={may(user, 'customer:edit')}
      mayTakeOrders={may(user, 'delivery:edit')}
    />
  );
}
