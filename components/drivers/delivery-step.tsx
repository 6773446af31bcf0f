'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { actOnDelivery } from '@/lib/deliveries/act-actions';
import { nextStatus } from '@/lib/deliveries/states';
import type { DeliveryStatus } from '@/lib/deliveries/status';
import type { DriverDelivery } from '@/lib/drivers/queries';
import { Button } from '../ui/button';
import { showError, showMessage } from '../ui/show-message';

const STEPS = ['handOver', 'markDelivered'] as const;

/** What a driver on the phone reports next: on its way, then delivered. Told by a message that takes it back. */
export function DeliveryStep({ delivery }: { delivery: Pick<DriverDelivery, 'id' | 'number' | 'status' | 'fulfilment'> }) {
  const t = useTranslations('drivers');
  const refusals = useTranslations('refusals');
  const [isPending, setPending] = useState(false);

  const act = STEPS.find((each) => nextStatus(each, delivery).kind === 'step');
  if (!act) return null;
  const step = nextStatus(act, delivery);
  const expected = step.kind === 'step' ? step.to : delivery.status;

  async function run(input: { act: string; from?: string }, said?: (reached: DeliveryStatus) => void) {
    setPending(true);
    const result = await actOnDelivery({ deliveryId: delivery.id, ...input }).catch(() => undefined);
    setPending(false);
    if (!result) return showError(t('failed'));
    if (!result.ok) return showError(refusals(result.reason));
    said?.(result.data.status);
  }

  function told(to: DeliveryStatus) {
    const words =
      to === 'delivered'
        ? t('nowDelivered', { number: String(delivery.number) })
        : t('nowOnTheWay', { number: String(delivery.number) });
    showMessage(words, { label: t('undo'), onClick: () => void run({ act: 'stepBack', from: to }) });
  }

  return (
    <Button size="sm" isPending={isPending} onClick={() => void run({ act }, told)}>
      {expected === 'delivered' ? t('markDelivered') : t('handOver')}
    </Button>
  );
}
