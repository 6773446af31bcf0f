import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { pageUser } from '@/lib/auth/session';
import { CatalogueFilter } from '@/lib/catalogue/filter';
import { Catalogue } from './catalogue';

const SKELETON_ROWS = 14;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  await pageUser('catalogue:edit');
  return { title: (await getTranslations('catalogue'))('title') };
}

export default async function CataloguePage({ searchParams }: Props) {
  const user = await pageUser('catalogue:edit');
  const filter = CatalogueFilter.parse(await searchParams);
  const words = await getTranslations('shell');

  return (
    <Suspense fallback={<SkeletonRows rows={SKELETON_ROWS} label={words('loading')} />}>
      <Catalogue filter={filter} userId={user.id} />
    </Suspense>
  );
}
