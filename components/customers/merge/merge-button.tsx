'use client';

import { Merge } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '../../ui/icon-button';
import { MergeDialog } from './merge-dialog';

/** The same person is here twice: opens the search for the other record. */
export function MergeButton({ customerId }: { customerId: string }) {
  const t = useTranslations('merge');
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      <IconButton name={t('mergeWith')} icon={<Merge aria-hidden="true" />} onClick={() => setOpen(true)} />
      {isOpen && <MergeDialog customerId={customerId} otherId={null} onClose={() => setOpen(false)} />}
    </>
  );
}
