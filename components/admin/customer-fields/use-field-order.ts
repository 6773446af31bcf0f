'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { orderFields } from '@/lib/customer-fields/actions';
import { movedTo } from '@/lib/customer-fields/order';
import type { CustomerField } from '@/lib/customer-fields/types';
import { showError } from '../../ui/show-message';

/** The order of the fields, changed by dragging a row or by a key; shown at once, and as it was where the server refuses. */
export function useFieldOrder(saved: CustomerField[]) {
  const t = useTranslations('customerFields');
  const refusals = useTranslations('refusals');
  const [fields, show] = useOptimistic(saved);
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [, startTransition] = useTransition();

  function move(id: string, to: number): void {
    const ids = fields.map((field) => field.id);
    const wanted = movedTo(ids, id, to);
    if (wanted.every((each, index) => each === ids[index])) return;

    startTransition(async () => {
      show(wanted.flatMap((each) => fields.find((field) => field.id === each) ?? []));
      const answer = await orderFields({ fieldIds: wanted }).catch(() => null);
      const label = fields.find((field) => field.id === id)?.label ?? '';
      if (answer?.ok) setSaid(t('moved', { field: label, position: wanted.indexOf(id) + 1, count: wanted.length }));
      else showError(answer ? refusals(answer.reason) : t('notSaved'));
    });
  }

  return {
    fields,
    said,
    draggedId,
    moveBy: (id: string, step: -1 | 1) => move(id, fields.findIndex((field) => field.id === id) + step),
    drag: setDraggedId,
    dropOn: (targetId: string) => {
      if (draggedId)
        move(
          draggedId,
          fields.findIndex(({ id }) => id === targetId),
        );
      setDraggedId(null);
    },
  };
}

export type FieldOrder = ReturnType<typeof useFieldOrder>;
