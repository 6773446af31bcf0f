'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { wantedAtFor } from '@/lib/deliveries/suggestions';
import type { Fulfilment } from '@/lib/deliveries/types';
import { useContent, useEditor } from './editor-context';

const FULFILMENTS: Fulfilment[] = ['delivery', 'pick_up'];
const PICK_UP_MINUTES = 15;

/** Brought, or fetched: asked before the address, which a pick-up does without. */
export function FulfilmentChoice() {
  const t = useTranslations('delivery');
  const { keeper, isReadOnly, points, suggestedAt } = useEditor();
  const fulfilment = useContent('fulfilment');
  const atCounter = useRef<string[]>([]);

  function choose(next: Fulfilment) {
    const { wantedAt, pointOfSaleId } = keeper.getSnapshot().editing.mine;
    const pickUpMinutes = points.find(({ id }) => id === pointOfSaleId)?.pickUpMinutes ?? PICK_UP_MINUTES;
    const unchosen = [...atCounter.current, ...(suggestedAt ? [suggestedAt] : [])];
    const time = wantedAtFor(next, { wantedAt, unchosen, suggestedAt, pickUpMinutes, now: new Date() });
    if (time && next === 'pick_up') atCounter.current.push(time);
    keeper.edit({ fulfilment: next, ...(time && { wantedAt: time }) });
  }

  return (
    <fieldset className="flex rounded-field bg-surface-tertiary p-0.5">
      <legend className="sr-only">{t('fulfilment')}</legend>
      {FULFILMENTS.map((each) => (
        <label
          key={each}
          className="flex-1 cursor-pointer rounded px-2 py-1 text-center text-muted has-checked:bg-surface has-checked:font-medium has-checked:text-foreground has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="fulfilment"
            className="sr-only"
            checked={fulfilment === each}
            disabled={isReadOnly}
            onChange={() => choose(each)}
          />
          {t(each)}
        </label>
      ))}
    </fieldset>
  );
}
