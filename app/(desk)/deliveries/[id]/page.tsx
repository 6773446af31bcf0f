import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { DeliveryEditor } from '@/components/deliveries/editor/delivery-editor';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { callViewer } from '@/lib/calls/visible-calls';
import { now } from '@/lib/clock';
import { findDelivery } from '@/lib/deliveries/delivery-queries';
import { openDelivery } from '@/lib/deliveries/opening';
import { DeliveryId } from '@/lib/deliveries/schema';

type Props = { params: Promise<{ id: string }> };

const readView = cache(async (raw: string) => {
  const user = await pageUser('delivery:read');
  const id = DeliveryId.safeParse(raw);
  return id.success ? findDelivery(id.data, callViewer(user)) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { saved } = (await readView((await params).id)) ?? notFound();
  const t = await getTranslations('delivery');
  return { title: t('title', { number: String(saved.number) }) };
}

export default async function DeliveryPage({ params }: Props) {
  const user = await pageUser('delivery:read');
  const { id } = await params;
  const view = (await readView(id)) ?? notFound();

  return <DeliveryEditor key={id} {...(await openDelivery(id, view, now()))} isAllowed={may(user, 'delivery:edit')} />;
}
