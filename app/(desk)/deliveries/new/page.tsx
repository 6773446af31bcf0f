import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeliveryEditor } from '@/components/deliveries/editor/delivery-editor';
import { pageUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { openNewDelivery } from '@/lib/deliveries/opening';
import { NewDeliveryParams } from '@/lib/deliveries/schema';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('delivery'))('new') };
}

export default async function NewDeliveryPage({ searchParams }: Props) {
  await pageUser('delivery:edit');
  const params = NewDeliveryParams.parse(await searchParams);

  // A call that is answered while another new delivery is open begins its own.
  return <DeliveryEditor key={JSON.stringify(params)} {...(await openNewDelivery(params, now()))} isAllowed />;
}
