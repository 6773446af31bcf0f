'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../ui/button';

const DriverDialog = dynamic(() => import('./driver-dialog').then((module) => module.DriverDialog), { ssr: false });

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
