'use client';

import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { setArchived } from '@/lib/drivers/actions';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { latePart } from '../ui/late-part';
import { showError, showMessage } from '../ui/show-message';
import type { EditedDriver } from './driver-dialog';

const DriverDialog = latePart(() => import('./driver-dialog').then((module) => module.DriverDialog));

/** What is done to the driver's own entry: edit it, put it away, bring it back. */
export function DriverActs({ driver, isArchived }: { driver: EditedDriver; isArchived: boolean }) {
  const t = useTranslations('drivers');
  const refusals = useTranslations('refusals');
  const [isEditing, setEditing] = useState(false);
  const [isPending, setPending] = useState(false);
  const { id, name } = driver;

  async function archive(wanted: boolean, canUndo = true) {
    setPending(true);
    const result = await setArchived({ driverId: id, isArchived: wanted }).catch(() => undefined);
    setPending(false);
    if (!result) return showError(t('failed'));
    if (!result.ok) return showError(refusals(result.reason));

    const undo = { label: t('undo'), onClick: () => void archive(!wanted, false) };
    showMessage(wanted ? t('archived', { name }) : t('restored', { name }), wanted && canUndo ? undo : undefined);
  }

  if (isArchived) {
    return (
      <Button icon={<ArchiveRestore aria-hidden="true" />} isPending={isPending} onClick={() => void archive(false)}>
        {t('restore')}
      </Button>
    );
  }
  return (
    <>
      <Button icon={<Pencil aria-hidden="true" />} aria-haspopup="dialog" onClick={() => setEditing(true)}>
        {t('edit')}
      </Button>
      <IconButton
        name={t('archive')}
        icon={<Archive aria-hidden="true" />}
        isPending={isPending}
        onClick={() => void archive(true)}
      />
      {isEditing && <DriverDialog driver={driver} onClose={() => setEditing(false)} />}
    </>
  );
}
