import { getTranslations } from 'next-intl/server';
import { SkeletonRows } from '@/components/ui/skeleton-rows';

export default async function DeskLoading() {
  const t = await getTranslations('shell');

  return (
    <div className="p-4">
      <SkeletonRows rows={12} label={t('loading')} />
    </div>
  );
}
