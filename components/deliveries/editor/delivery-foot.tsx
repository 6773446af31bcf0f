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

export function DeliveryFoot({ isSending, onSend }: DeliveryFootProps) {
  const t = useTranslations('delivery');
  const { keeper, isReadOnly } = useEditor();
  const due = useEdited(({ editing }) => totalMinor(editing.mine.lines));
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
            <div className="ms-auto flex flex-wrap gap-2 max-sm:w-full max-sm:[&>button]:min-h-11 max-sm:[&>button]:flex-1">
              <Button intent="ghost" onClick={() => setCancelling(true)}>
                {t('cancel')}
              </Button>
              <Button onClick={() => void keeper.flush({ isAskedFor: true })}>{t('saveDraft')}</Button>
              <Button
                intent="primary"
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
