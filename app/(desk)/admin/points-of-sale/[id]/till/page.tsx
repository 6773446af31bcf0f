import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PointOfSaleHead } from '@/components/admin/points-of-sale/point-of-sale-head';
import { TillMark } from '@/components/admin/points-of-sale/points-of-sale-table';
import { TillForm } from '@/components/admin/points-of-sale/till-form';
import { TillMessages } from '@/components/admin/points-of-sale/till-messages';
import { FormSection } from '@/components/ui/form-section';
import { pageUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { PointOfSaleParams } from '@/lib/points-of-sale/schema';
import { findTillForAdmin } from '@/lib/tills/queries';

type PageProps = { params: Promise<{ id: string }> };

const tillOf = cache(async (params: Promise<{ id: string }>) => {
  await pageUser('point-of-sale:edit');
  const parsed = PointOfSaleParams.safeParse(await params);
  return parsed.success ? findTillForAdmin(parsed.data.id, now()) : null;
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name } = (await tillOf(params)) ?? notFound();
  return { title: (await getTranslations('pointsOfSale'))('tillOf', { name }) };
}

export default async function TillPage({ params }: PageProps) {
  await pageUser('point-of-sale:edit');
  const till = (await tillOf(params)) ?? notFound();
  const t = await getTranslations('pointsOfSale');
  const { id } = await params;

  return (
    <>
      <PointOfSaleHead id={id} name={till.name} isArchived={till.isArchived}>
        {till.webhook && <TillMark state={till.state} />}
      </PointOfSaleHead>
      <div className="px-4 pb-4">
        <TillForm pointOfSaleId={id} actsUrl={`${env.publicUrl}/api/points-of-sale/${id}/acts`} webhook={till.webhook} />
        {till.webhook && (
          <FormSection title={t('messages')} hint={t('messagesHint')}>
            <TillMessages messages={till.messages} />
          </FormSection>
        )}
      </div>
    </>
  );
}
