import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PointsOfSaleTable } from '@/components/admin/points-of-sale/points-of-sale-table';
import { pageUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { organisation } from '@/lib/organisation/queries';
import { listForAdmin } from '@/lib/points-of-sale/admin-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pointsOfSale'))('title') };
}

export default async function PointsOfSalePage() {
  await pageUser('point-of-sale:edit');
  const { timeZone } = await organisation();

  return <PointsOfSaleTable points={await listForAdmin(now(), timeZone)} />;
}
