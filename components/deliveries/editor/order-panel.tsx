'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef } from 'react';
import { itemCount } from '@/lib/deliveries/totals';
import type { OrderLine } from '@/lib/deliveries/types';
import { withProduct } from '@/lib/deliveries/typing';
import type { ProductFound } from '@/lib/products/types';
import { showMessage } from '../../ui/show-message';
import { Panel } from '../panel';
import { useContent, useEdited, useEditor } from './editor-context';
import { OrderLineRow } from './order-line-row';
import { ProductSearch } from './product-search';
import { useLackWords } from './use-lack-words';
import { useSendProblem } from './use-send-problem';

export function OrderPanel() {
  const t = useTranslations('delivery');
  const { keeper, isReadOnly } = useEditor();
  const place = { customerId: useContent('customerId'), pointOfSaleId: useContent('pointOfSaleId') };
  const lackOf = useLackWords();
  const fault = useSendProblem('lines');
  const lines = useContent('lines');
  const sentLines = useEdited(({ editing }) => editing.saved?.sentContent?.lines);
  const search = useRef<HTMLInputElement>(null);
  const takeBack = useRef<() => void>(undefined);

  // An Undo that outlived the page would change the order after it was sent.
  useEffect(() => () => takeBack.current?.(), [keeper, isReadOnly]);

  const currentLines = useCallback(() => keeper.getSnapshot().editing.mine.lines, [keeper]);
  const leave = useCallback(() => void keeper.flush(), [keeper]);
  const change = useCallback(
    (lineId: string, part: Partial<OrderLine>) =>
      keeper.edit({ lines: currentLines().map((line) => (line.id === lineId ? { ...line, ...part } : line)) }),
    [keeper, currentLines],
  );
  const remove = useCallback(
    (line: OrderLine) => {
      keeper.edit({ lines: currentLines().filter((each) => each.id !== line.id) });
      search.current?.focus();
      const undo = () => keeper.edit({ lines: [...currentLines().filter((each) => each.id !== line.id), line] });
      takeBack.current?.();
      takeBack.current = showMessage(t('removed', { product: line.name }), { label: t('undo'), onClick: undo });
    },
    [keeper, currentLines, t],
  );

  function add(product: ProductFound, quantity: number) {
    keeper.edit({ lines: withProduct(currentLines(), product, quantity) });
  }

  return (
    <Panel
      title={t('order')}
      aside={<span className="text-muted">{t('itemCount', { count: itemCount(lines) })}</span>}
      className="flex flex-col"
    >
      <div className="flex flex-1 flex-col gap-1 p-3">
        {!isReadOnly && (
          <ProductSearch input={search} error={fault} place={place} isOfferingAtOnce={lines.length === 0} onAdd={add} />
        )}
        {lines.length === 0 ? (
          <p className="px-1 py-6 text-muted">{t('noLinesYet')}</p>
        ) : (
          <ul aria-label={t('lines')}>
            {lines.map((line) => (
              <OrderLineRow
                key={line.id}
                line={line}
                isReadOnly={isReadOnly}
                lack={lackOf(line.id)}
                isAdded={sentLines !== undefined && !sentLines.some((each) => each.id === line.id)}
                onChange={change}
                onRemove={remove}
                onLeave={leave}
              />
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
