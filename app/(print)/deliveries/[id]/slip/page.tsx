import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Slip } from '@/components/deliveries/slip/slip';
import { createFormats } from '@/components/ui/formats';
import { pageUser } from '@/lib/auth/session';
import { deliveryOfPage } from '@/lib/deliveries/delivery-of-page';
import { organisation } from '@/lib/organisation/queries';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { saved } = (await deliveryOfPage((await params).id)) ?? notFound();
  const t = await getTranslations('deliveryCard.slip');
  return { title: t('title', { number: String(saved.number) }) };
}

/** The delivery on paper, for a receipt printer of 80 mm as for A4: nothing of the desk around it. */
export default async function SlipPage({ params }: Props) {
  await pageUser('delivery:read');
  const { id } = await params;
  const view = (await deliveryOfPage(id)) ?? notFound();
  const { currency, timeZone } = await organisation();

  return <Slip deliveryId={id} view={view} formats={createFormats(await getLocale(), { currency, timeZone })} />;
}
