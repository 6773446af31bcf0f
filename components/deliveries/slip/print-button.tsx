'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../../ui/button';

export function PrintButton() {
  const t = useTranslations('deliveryCard.slip');

  return (
    <Button intent="primary" onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
