'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DELIVERY_PARTS, type DeliveryPart } from '@/lib/deliveries/parts';
import { completeSteps } from '@/lib/deliveries/steps';
import { useEdited, useEditor, useSendCheck } from './editor-context';

type StepperProps = { current: DeliveryPart | null; onGo: (part: DeliveryPart) => void };

/** Client, address, order, checkout (S0.16b): what is done, where one is, and a way to each. */
export function Stepper({ current, onGo }: StepperProps) {
  const t = useTranslations('deliveryCard.steps');
  const card = useTranslations('deliveryCard');
  const { isReadOnly } = useEditor();
  const checkOf = useSendCheck();
  const complete = useEdited((snapshot) => completeSteps(snapshot.editing.mine, checkOf(snapshot)).join(' ')).split(' ');
  if (isReadOnly) return null;

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <nav aria-label={t('title')} className="-ms-2 min-w-0">
        <ol className="flex flex-wrap gap-1">
          {DELIVERY_PARTS.map((part, position) => (
            <li key={part}>
              <button
                type="button"
                aria-current={part === current ? 'step' : undefined}
                aria-keyshortcuts={`Alt+${position + 1}`}
                title={`Alt ${position + 1}`}
                onClick={() => onGo(part)}
                className="button button--ghost button--sm gap-1.5 aria-[current=step]:bg-accent-soft aria-[current=step]:text-accent-text"
              >
                {complete.includes(part) ? (
                  <Check aria-hidden="true" className="size-3.5 shrink-0 text-talking" />
                ) : (
                  <span aria-hidden="true" className="num text-subtle">
                    {position + 1}
                  </span>
                )}
                {t(part)}
                {complete.includes(part) && <span className="sr-only">, {t('complete')}</span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <p className="hidden text-muted text-xs @3xl:block pointer-coarse:hidden">{card('keys')}</p>
    </div>
  );
}
