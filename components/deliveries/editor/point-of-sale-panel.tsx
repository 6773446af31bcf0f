'use client';

import { useTranslations } from 'next-intl';
import type { PointOfSaleLoad } from '@/lib/points-of-sale/types';
import { Field } from '../../ui/field';
import { Select } from '../../ui/select';
import { Panel } from '../panel';
import { ContentArea } from './content-field';
import { useContent, useEditor } from './editor-context';
import { useSendProblem } from './use-send-problem';

export function PointOfSalePanel({ points }: { points: PointOfSaleLoad[] }) {
  const t = useTranslations('delivery');
  const { keeper, isReadOnly } = useEditor();
  const missing = useSendProblem('pointOfSaleId');
  const chosenId = useContent('pointOfSaleId');
  const chosen = points.find((point) => point.id === chosenId);

  return (
    <Panel title={t('pointOfSale')} aside={chosen && <Load of={chosen} />}>
      <div className="flex flex-col gap-3 p-3">
        <Field label={t('sendTo')} error={missing}>
          {(control) => (
            <Select
              {...control}
              value={chosenId ?? ''}
              disabled={isReadOnly}
              onChange={(event) => keeper.edit({ pointOfSaleId: event.target.value || null })}
            >
              <option value="">{t('choosePointOfSale')}</option>
              {points.map((point) => (
                <option key={point.id} value={point.id}>
                  {t('pointWithLoad', { name: point.name, open: point.openCount, capacity: point.capacity })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ContentArea field="comment" label={t('comment')} />
      </div>
    </Panel>
  );
}

function Load({ of: { openCount, capacity } }: { of: PointOfSaleLoad }) {
  const t = useTranslations('delivery');
  const isFull = openCount >= capacity;

  return (
    <span className={`chip ${isFull ? 'bg-missed-soft text-missed' : 'bg-ended-soft text-ended'}`}>
      {t('load', { open: openCount, capacity })}
    </span>
  );
}
