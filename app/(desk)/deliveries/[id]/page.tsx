import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DeliveryEditor } from '@/components/deliveries/editor/delivery-editor';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { deliveryOfPage } from '@/lib/deliveries/delivery-of-page';
import { openDelivery } from '@/lib/deliveries/opening';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { saved } = (await deliveryOfPage((await params).id)) ?? notFound();
  const t = await getTranslations('delivery');
  return { title: t('title', { number: String(saved.number) }) };
}

export default async function DeliveryPage({ params }: Props) {
  const user = await pageUser('delivery:read');
  const { id } = await params;
  const view = (await deliveryOfPage(id)) ?? notFound();

  return <DeliveryEditor key={id} {...(await openDelivery(id, view, now()))} isAllowed={may(user, 'delivery:edit')} />;
}
