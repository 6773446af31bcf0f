'use client';

import { useTranslations } from 'next-intl';
import { nextStatus } from '@/lib/deliveries/states';
import { Button } from '../../ui/button';
import { showMessage } from '../../ui/show-message';
import { useEdited, useEditor } from './editor-context';
import { useAct } from './use-act';

/** What the desk does after the kitchen: on its way, delivered; each can be taken back. */
export function StatusActs({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations('deliveryCard.acts');
  const words = useTranslations('delivery');
  const { keeper } = useEditor();
  const { act, isActing } = useAct();
  const saved = useEdited(({ editing }) => editing.saved);
  if (!saved || !isAllowed) return null;

  const { status, number } = saved;
  const next = status === 'ready' ? 'handOver' : status === 'on_the_way' ? 'markDelivered' : null;
  // As it was sent: a change to pick-up that nobody sent yet does not change what happens to it.
  const { fulfilment } = saved.sentContent ?? saved.content;
  const step = next && nextStatus(next, { status, fulfilment });
  if (!next || step?.kind !== 'step') return null;
  const { to } = step;

  async function go(what: 'handOver' | 'markDelivered') {
    const deliveryId = keeper.id();
    if (!(await act({ act: what, deliveryId }))) return;
    const undo = () => void act({ act: 'stepBack', deliveryId, from: to });
    const done =
      to === 'delivered' ? t('deliveredDone', { number: String(number) }) : t('onTheWayDone', { number: String(number) });
    showMessage(done, { label: words('undo'), onClick: undo });
  }

  return (
    <Button isPending={isActing} onClick={() => void go(next)}>
      {to === 'delivered' ? t('delivered') : t('onTheWay')}
    </Button>
  );
}
