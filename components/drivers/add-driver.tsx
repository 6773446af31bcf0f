'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../ui/button';
import { latePart } from '../ui/late-part';

const DriverDialog = latePart(() => import('./driver-dialog').then((module) => module.DriverDialog));

export function AddDriver() {
  const t = useTranslations('drivers');
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      <Button intent="primary" icon={<Plus aria-hidden="true" />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('add')}
      </Button>
      {isOpen && <DriverDialog driver={null} onClose={() => setOpen(false)} />}
    </>
  );
}
