'use client';

import { CirclePause, CirclePlay } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { setTakingOrders } from '@/lib/board/actions';
import type { Board } from '@/lib/board/types';
import { Button } from '../ui/button';
import { showError } from '../ui/show-message';

/** Nothing is kept for later here: a kitchen has to know whether operators were told. */
export function OrdersSwitch({ pointOfSale, onChanged }: { pointOfSale: Board['pointOfSale']; onChanged: () => void }) {
  const t = useTranslations('board');
  const refusals = useTranslations('refusals');
  const [isPending, setIsPending] = useState(false);
  const isStopped = pointOfSale.ordersStoppedAt !== null;
  const Icon = isStopped ? CirclePlay : CirclePause;

  async function turn() {
    setIsPending(true);
    const answer = await setTakingOrders({ pointOfSaleId: pointOfSale.id, isTaking: isStopped }).catch(() => null);
    setIsPending(false);
    if (!answer) return showError(t('notToldOffline'));
    if (!answer.ok) return showError(refusals(answer.reason));
    onChanged();
  }

  return (
    <Button
      intent={isStopped ? 'primary' : 'outline'}
      className="h-12"
      isPending={isPending}
      icon={<Icon aria-hidden="true" />}
      onClick={turn}
    >
      {isStopped ? t('takeOrders') : t('stopOrders')}
    </Button>
  );
}
