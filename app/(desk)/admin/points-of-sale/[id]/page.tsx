import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PointActs } from '@/components/admin/points-of-sale/point-acts';
import { PointOfSaleHead } from '@/components/admin/points-of-sale/point-of-sale-head';
import { toDraft } from '@/components/admin/points-of-sale/settings-draft';
import { SettingsForm } from '@/components/admin/points-of-sale/settings-form';
import { pageUser } from '@/lib/auth/session';
import { findForAdmin } from '@/lib/points-of-sale/admin-queries';
import { PointOfSaleParams } from '@/lib/points-of-sale/schema';

type PageProps = { params: Promise<{ id: string }> };

// The title and the page ask for the same point of sale within one request.
const pointOf = cache(async (params: Promise<{ id: string }>) => {
  await pageUser('point-of-sale:edit');
  const parsed = PointOfSaleParams.safeParse(await params);
  return parsed.success ? findForAdmin(parsed.data.id) : null;
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name } = (await pointOf(params)) ?? notFound();
  return { title: name };
}

export default async function PointOfSalePage({ params }: PageProps) {
  await pageUser('point-of-sale:edit');
  const point = (await pointOf(params)) ?? notFound();

  return (
    <>
      <PointOfSaleHead id={point.id} name={point.name} isArchived={point.isArchived}>
        <PointActs id={point.id} name={point.name} isStopped={point.isStopped} isArchived={point.isArchived} />
      </PointOfSaleHead>
      <SettingsForm pointOfSaleId={point.id} initial={toDraft(point)} />
    </>
  );
}
