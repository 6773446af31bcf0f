'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cancelDelivery } from '@/lib/deliveries/actions';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { IconButton } from '../../ui/icon-button';
import { showError, showMessage } from '../../ui/show-message';

/** Ends a draft that nobody will finish. Its number is gone with it, so one is asked first. */
export function DiscardDraft({ deliveryId, number }: { deliveryId: string; number: number }) {
  const t = useTranslations('deliveries');
  const words = useTranslations('delivery.cancelling');
  const refusals = useTranslations('refusals');
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);

  async function discard() {
    setPending(true);
    const result = await cancelDelivery({ deliveryId }).catch(() => undefined);
    setPending(false);
    if (!result) return showError(words('failed'));

    setAsking(false);
    if (!result.ok) return showError(refusals(result.reason));
    showMessage(t('draftDiscarded', { number: String(number) }));
  }

  return (
    <>
      <IconButton
        name={t('discardDraft')}
        icon={<Trash2 aria-hidden="true" />}
        size="sm"
        aria-haspopup="dialog"
        onClick={() => setAsking(true)}
      />
      {isAsking && (
        <Dialog
          title={words('dropDraft', { number: String(number) })}
          size="sm"
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{words('keep')}</Button>
              <Button intent="danger" isPending={isPending} onClick={() => void discard()}>
                {t('discardUnsaved')}
              </Button>
            </>
          }
        >
          <p>{t('discardHint')}</p>
        </Dialog>
      )}
    </>
  );
}
