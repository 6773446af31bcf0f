import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { Slip } from '@/components/deliveries/slip/slip';
import { createFormats } from '@/components/ui/formats';
import { pageUser } from '@/lib/auth/session';
import { callViewer } from '@/lib/calls/visible-calls';
import { findDelivery } from '@/lib/deliveries/delivery-queries';
import { DeliveryId } from '@/lib/deliveries/schema';
import { organisation } from '@/lib/organisation/queries';

type Props = { params: Promise<{ id: string }> };

const readView = cache(async (raw: string) => {
  const user = await pageUser('delivery:read');
  const id = DeliveryId.safeParse(raw);
  return id.success ? findDelivery(id.data, callViewer(user)) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { saved } = (await readView((await params).id)) ?? notFound();
  const t = await getTranslations('deliveryCard.slip');
  return { title: t('title', { number: String(saved.number) }) };
}

/** The delivery on paper, for a receipt printer of 80 mm as for A4: nothing of the desk around it. */
export default async function SlipPage({ params }: Props) {
  await pageUser('delivery:read');
  const { id } = await params;
  const view = (await readView(id)) ?? notFound();
  const { currency, timeZone } = await organisation();

  return <Slip deliveryId={id} view={view} formats={createFormats(await getLocale(), { currency, timeZone })} />;
}
