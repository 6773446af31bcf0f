'use client';

import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { findLine, isPart, type OpenConflict } from '@/lib/deliveries/editing';
import { discountMinor } from '@/lib/deliveries/totals';
import type { DeliveryContent } from '@/lib/deliveries/types';
import { Button } from '../../ui/button';
import { useFormats } from '../../ui/organisation';
import { useEdited, useEditor } from './editor-context';

type PointNames = Record<string, string>;

/** What a colleague and I changed at the same time: both values, and a choice. Everything else is saved meanwhile. */
export function ConflictPanel({ pointNames }: { pointNames: PointNames }) {
  const t = useTranslations('delivery.conflict');
  const conflicts = useEdited(({ editing }) => editing.conflicts);
  if (conflicts.length === 0) return null;

  return (
    <section role="alert" aria-label={t('title')} className="panel flex flex-col gap-3 bg-ringing-soft p-3">
      {conflicts.map((conflict) => (
        <ConflictChoice key={conflict.key} conflict={conflict} pointNames={pointNames} />
      ))}
    </section>
  );
}

function ConflictChoice({ conflict: { key, by }, pointNames }: { conflict: OpenConflict; pointNames: PointNames }) {
  const t = useTranslations('delivery.conflict');
  const { keeper } = useEditor();
  const { time } = useFormats();
  const mine = useEdited(({ editing }) => editing.mine);
  const theirs = useEdited(({ editing }) => editing.saved?.content ?? editing.start);
  const write = useWriteValue(pointNames);
  const part = isPart(key) ? t(`parts.${key}`) : (findLine(mine, key) ?? findLine(theirs, key))?.name;

  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <p className="flex items-center gap-2 font-medium text-ringing">
          <Users aria-hidden="true" className="size-4 shrink-0" />
          {t('changed', { name: by.byName ?? t('somebody'), part: part ?? '', time: time(by.at) })}
        </p>
        <p className="wrap-anywhere">
          <span className="text-muted">{t('theirs')}</span> {write(theirs, key)}
        </p>
        <p className="wrap-anywhere">
          <span className="text-muted">{t('mine')}</span> {write(mine, key)}
        </p>
      </div>
      <div className="flex gap-2">
        <Button onClick={() => keeper.keepMine(key)}>{t('keepMine')}</Button>
        <Button onClick={() => keeper.takeTheirs(key)}>{t('takeTheirs')}</Button>
      </div>
    </div>
  );
}

function useWriteValue(pointNames: PointNames) {
  const t = useTranslations('delivery.conflict');
  const words = useTranslations('delivery');
  const { dateTime, money } = useFormats();

  return (content: DeliveryContent, key: OpenConflict['key']): string => {
    if (!isPart(key)) {
      const line = findLine(content, key);
      return line ? `${line.quantity} × ${line.name}${line.note ? ` (${line.note})` : ''}` : t('removed');
    }
    switch (key) {
      case 'customer':
        return content.customerName || t('empty');
      case 'fulfilment':
        return words(content.fulfilment);
      case 'wantedAt':
        return content.wantedAt ? dateTime(content.wantedAt) : t('empty');
      case 'pointOfSale':
        return (content.pointOfSaleId && pointNames[content.pointOfSaleId]) || t('empty');
      case 'payment':
        return words(`payments.${content.payment}`);
      case 'discount':
        return money(discountMinor(content));
      default:
        return content[key] || t('empty');
    }
  };
}
