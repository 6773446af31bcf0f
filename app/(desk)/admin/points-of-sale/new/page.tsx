import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PointOfSaleHead } from '@/components/admin/points-of-sale/point-of-sale-head';
import { newSettings } from '@/components/admin/points-of-sale/settings-draft';
import { SettingsForm } from '@/components/admin/points-of-sale/settings-form';
import { pageUser } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pointsOfSale'))('new') };
}

export default async function NewPointOfSalePage() {
  await pageUser('point-of-sale:edit');
  const t = await getTranslations('pointsOfSale');

  return (
    <>
      <PointOfSaleHead name={t('new')} />
      <SettingsForm pointOfSaleId={null} initial={newSettings} />
    </>
  );
}
