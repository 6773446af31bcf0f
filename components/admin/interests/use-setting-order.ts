'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { movedTo } from '@/lib/customer-fields/order';
import { showError } from '../../ui/show-message';
import type { Setting, SettingActs } from './setting-list';
import { useSettingFault } from './use-setting-fault';

/** The order of a list, changed by dragging a row or by a key; shown at once, and as it was where the server refuses. */
export function useSettingOrder(saved: Setting[], { order }: Pick<SettingActs, 'order'>) {
  const t = useTranslations('interestSettings');
  const faultOf = useSettingFault();
  const [rows, show] = useOptimistic(saved);
  const [draggedId, drag] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [, startTransition] = useTransition();

  function move(id: string, to: number): void {
    const ids = rows.map((row) => row.id);
    const wanted = movedTo(ids, id, to);
    if (wanted.every((each, index) => each === ids[index])) return;

    startTransition(async () => {
      show(wanted.flatMap((each) => rows.find((row) => row.id === each) ?? []));
      const fault = faultOf(await order({ ids: wanted }).catch(() => null));
      if (fault) return showError(fault);
      const name = rows.find((row) => row.id === id)?.shownName ?? '';
      setSaid(t('moved', { name, position: wanted.indexOf(id) + 1, count: wanted.length }));
    });
  }

  const placeOf = (id: string) => rows.findIndex((row) => row.id === id);
  return {
    rows,
    said,
    draggedId,
    drag,
    moveBy: (id: string, step: -1 | 1) => move(id, placeOf(id) + step),
    dropOn: (targetId: string) => {
      if (draggedId) move(draggedId, placeOf(targetId));
      drag(null);
    },
  };
}

export type SettingOrder = ReturnType<typeof useSettingOrder>;
