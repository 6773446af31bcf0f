'use client';

import { Archive, CirclePause, CirclePlay, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { setTakingOrders } from '@/lib/board/actions';
import { archivePointOfSale } from '@/lib/points-of-sale/actions';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { showError, showMessage } from '../../ui/show-message';

type PointProps = { id: string; name: string; isStopped: boolean; isArchived: boolean };

/** Whether it takes orders now, and whether it is in business at all. */
export function PointActs({ id, name, isStopped, isArchived }: PointProps) {
  const t = useTranslations('pointsOfSale');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [isPending, setIsPending] = useState(false);

  async function run(act: () => Promise<ActionResult>, said: () => void) {
    setIsPending(true);
    const answer = await act().catch(() => null);
    setIsPending(false);
    if (!answer?.ok) return showError(refusals(answer?.reason ?? 'unavailable'));
    said();
    router.refresh();
  }

  function setArchived(archived: boolean) {
    const undo = { label: t('undo'), onClick: () => setArchived(!archived) };
    const said = () => showMessage(t(archived ? 'archivedNow' : 'restoredNow', { name }), archived ? undo : undefined);
    return run(() => archivePointOfSale({ pointOfSaleId: id, isArchived: archived }), said);
  }

  function setTaking(isTaking: boolean) {
    const said = () => showMessage(t(isTaking ? 'takesOrdersNow' : 'stoppedNow', { name }));
    return run(() => setTakingOrders({ pointOfSaleId: id, isTaking }), said);
  }

  if (isArchived) {
    return (
      <Button isPending={isPending} icon={<RotateCcw aria-hidden="true" />} onClick={() => setArchived(false)}>
        {t('restore')}
      </Button>
    );
  }
  return (
    <>
      <Button
        isPending={isPending}
        icon={isStopped ? <CirclePlay aria-hidden="true" /> : <CirclePause aria-hidden="true" />}
        onClick={() => setTaking(isStopped)}
      >
        {isStopped ? t('takeOrders') : t('stopOrders')}
      </Button>
      <Button isPending={isPending} icon={<Archive aria-hidden="true" />} onClick={() => setArchived(true)}>
        {t('archive')}
      </Button>
    </>
  );
}
