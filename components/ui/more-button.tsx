'use client';

import { useTranslations } from 'next-intl';
import { Button } from './button';

/** Loads the next page below what is there. */
export function MoreButton({ isPending, onClick }: { isPending: boolean; onClick: () => void }) {
  const t = useTranslations('paging');

  return (
    <div className="flex justify-center p-2">
      <Button size="sm" isPending={isPending} onClick={onClick}>
        {t('more')}
      </Button>
    </div>
  );
}
