'use client';

import { useTranslations } from 'next-intl';
import { lackingLines } from '@/lib/deliveries/policy';
import { useContent, useEdited, useEditor } from './editor-context';

/** Why a line cannot be had, in words that name the point of sale; null for one that can, or that the kitchen has already. */
export function useLackWords(): (lineId: string) => string | null {
  const t = useTranslations('delivery.lacks');
  const { lacks, points, isReadOnly } = useEditor();
  const [lines, pointOfSaleId] = [useContent('lines'), useContent('pointOfSaleId')];
  const saved = useEdited(({ editing }) => editing.saved);
  const point = points.find(({ id }) => id === pointOfSaleId)?.name ?? '';
  const lacking = isReadOnly ? [] : lackingLines({ lines, pointOfSaleId }, { saved, lacking: lacks });

  return (lineId) => {
    const line = lacking.find(({ id }) => id === lineId);
    const lack = line && lacks.get(line.productId);
    return lack ? t(lack, { point }) : null;
  };
}
