'use client';

import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { totalMinor } from '@/lib/deliveries/totals';
import { Button } from '../../ui/button';
import { Money } from '../../ui/money';
import { CancelForm } from './cancel-form';
import { useEdited, useEditor } from './editor-context';
import { SaveStatusLine } from './save-status';

type DeliveryFootProps = { isSending: boolean; onSend: () => void };

// On a narrow screen: the amount and the rare button above, the two that are pressed all day below, as large as a thumb.
const ON_TOUCH = 'max-sm:order-2 max-sm:min-h-11 max-sm:flex-1';

export function DeliveryFoot({ isSending, onSend }: DeliveryFootProps) {
  const t = useTranslations('delivery');
  const { keeper, isReadOnly } = useEditor();
  const due = useEdited(({ editing }) => totalMinor(editing.mine));
  const [isCancelling, setCancelling] = useState(false);
  useSendKey(onSend);

  return (
    <div className="sticky bottom-0 z-5 mt-auto border-border border-t bg-surface px-4 py-3">
      {isCancelling && !isReadOnly ? (
        <CancelForm onClose={() => setCancelling(false)} />
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="flex items-baseline gap-2">
            <span className="text-muted">{t('amountDue')}</span>
            <Money minor={due} className="font-semibold text-md" />
          </p>
          <SaveStatusLine />
          {!isReadOnly && (
            <div data-send className="gap-2 max-sm:contents sm:ms-auto sm:flex sm:flex-wrap">
              <Button intent="ghost" className="max-sm:order-1 max-sm:ms-auto" onClick={() => setCancelling(true)}>
                {t('cancel')}
              </Button>
              <Button className={ON_TOUCH} onClick={() => void keeper.flush({ isAskedFor: true })}>
                {t('saveDraft')}
              </Button>
              <Button
                intent="primary"
                className={ON_TOUCH}
                icon={<Send aria-hidden="true" />}
                keyHint={t('sendKey')}
                isPending={isSending}
                onClick={onSend}
              >
                {t('send')}
              </Button>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function useSendKey(onSend: () => void) {
  const send = useEffectEvent(onSend);
  const { isReadOnly } = useEditor();

  useEffect(() => {
    if (isReadOnly) return;
    function press(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      send();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isReadOnly]);
}
