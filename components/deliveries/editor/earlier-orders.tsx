'use client';

import { Repeat2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { EarlierOrder } from '@/lib/customers/types';
import { sameAgain } from '@/lib/deliveries/same-again';
import { Button } from '../../ui/button';
import { useFormats } from '../../ui/organisation';
import { showError, showMessage } from '../../ui/show-message';
import { useEditor } from './editor-context';

const SHOWN = 3;

/** Their last orders with what was in them, each to be had again. */
export function EarlierOrders({ orders }: { orders: EarlierOrder[] }) {
  const t = useTranslations('client');
  const formats = useFormats();
  const { keeper, isReadOnly } = useEditor();
  const orderAgain = useOrderAgain();
  const others = orders.filter((order) => order.id !== keeper.id()).slice(0, SHOWN);
  if (others.length === 0) return null;

  return (
    <details>
      <summary className="cursor-pointer rounded text-xs">{t('earlierOrders', { count: others.length })}</summary>
      <ul aria-label={t('earlierOrders', { count: others.length })} className="mt-1 flex flex-col gap-2">
        {others.map((order) => (
          <li key={order.id} className="flex flex-col gap-1 border-separator border-t pt-2">
            <p className="num flex justify-between gap-2 text-muted text-xs">
              <span>{order.wantedAt ? formats.date(order.wantedAt) : t('noTime')}</span>
              <span>{formats.money(order.totalMinor)}</span>
            </p>
            <p className="wrap-anywhere line-clamp-4">
              {order.lines.map((line) => t('lineOfOrder', { quantity: line.quantity, product: line.name })).join(', ')}
            </p>
            {!isReadOnly && order.lines.length > 0 && (
              <Button
                size="sm"
                className="self-start"
                icon={<Repeat2 aria-hidden="true" />}
                aria-label={t('orderSameOf', { number: String(order.number) })}
                onClick={() => orderAgain(order)}
              >
                {t('orderSame')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Adds the lines at today's prices; the server prices them for good. What is not sold today is named. */
function useOrderAgain() {
  const t = useTranslations('client');
  const { keeper, isReadOnly } = useEditor();
  const takeBack = useRef<() => void>(undefined);

  // An Undo that outlived the page would change the order after it was sent.
  useEffect(() => () => takeBack.current?.(), [keeper, isReadOnly]);

  return (order: EarlierOrder) => {
    const current = () => keeper.getSnapshot().editing.mine.lines;
    const { added, missing } = sameAgain(order.lines, current().length);
    if (missing.length > 0) showError(t('notSoldToday', { products: missing.join(', ') }));
    if (added.length === 0) return;

    keeper.edit({ lines: [...current(), ...added] });
    void keeper.flush();
    const ids = new Set(added.map((line) => line.id));
    const undo = () => keeper.edit({ lines: current().filter((line) => !ids.has(line.id)) });
    takeBack.current?.();
    takeBack.current = showMessage(t('addedSame', { count: added.length }), { label: t('undo'), onClick: undo });
  };
}
