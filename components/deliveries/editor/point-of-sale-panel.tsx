'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { isFull } from '@/lib/deliveries/suggestions';
import type { PointOfSaleLoad } from '@/lib/points-of-sale/types';
import { Field } from '../../ui/field';
import { Select } from '../../ui/select';
import { Panel } from '../panel';
import { useContent, useEdited, useEditor } from './editor-context';
import { PointFacts } from './point-facts';
import { useSendProblem } from './use-send-problem';

/** Where it is made, with what one should know before sending it there (S0.16c). */
export function PointOfSalePanel({ field }: { field: RefObject<HTMLSelectElement | null> }) {
  const t = useTranslations('delivery');
  const words = useTranslations('deliveryCard.point');
  const { keeper, isReadOnly, points } = useEditor();
  const problem = useSendProblem('pointOfSaleId');
  const chosenId = useContent('pointOfSaleId');
  const chosen = points.find((point) => point.id === chosenId);
  const rejectedBy = useEdited(({ editing: { saved } }) => (saved?.status === 'rejected' ? saved.sentToId : null));

  function optionOf(point: PointOfSaleLoad): string {
    if (point.id === rejectedBy) return words('rejectedIt', { name: point.name });
    if (point.isStopped) return words('stoppedOption', { name: point.name });
    return point.showsLoad
      ? t('pointWithLoad', { name: point.name, open: point.openCount, capacity: point.capacity })
      : point.name;
  }

  return (
    <Panel title={t('pointOfSale')} aside={chosen?.showsLoad && <Load of={chosen} />}>
      <div className="flex flex-col gap-2 p-3">
        <Field label={t('sendTo')} error={problem}>
          {(control) => (
            <Select
              {...control}
              ref={field}
              value={chosenId ?? ''}
              disabled={isReadOnly}
              onChange={(event) => keeper.edit({ pointOfSaleId: event.target.value || null })}
            >
              <option value="">{t('choosePointOfSale')}</option>
              {points.map((point) => (
                <option key={point.id} value={point.id}>
                  {optionOf(point)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {!isReadOnly && <PointFacts />}
      </div>
    </Panel>
  );
}

function Load({ of }: { of: PointOfSaleLoad }) {
  const t = useTranslations('delivery');

  return (
    <span className={`chip ${isFull(of) ? 'bg-missed-soft text-missed' : 'bg-ended-soft text-ended'}`}>
      {t('load', { open: of.openCount, capacity: of.capacity })}
    </span>
  );
}
