'use client';

import { useTranslations } from 'next-intl';
import { isMoved, isNewToKitchen } from '@/lib/deliveries/policy';
import { isFull, suggestInstead, takesOrder } from '@/lib/deliveries/suggestions';
import { closesAt } from '@/lib/opening-hours';
import type { PointOfSaleLoad } from '@/lib/points-of-sale/types';
import { Button } from '../../ui/button';
import { useFormats, useOrganisation } from '../../ui/organisation';
import { useContent, useEdited, useEditor } from './editor-context';

/** Whether the chosen one can take the order, whether another one would lose it, and who could take it instead. */
export function PointFacts() {
  const { points } = useEditor();
  const { timeZone } = useOrganisation();
  const wantedAt = useContent('wantedAt');
  const chosenId = useContent('pointOfSaleId');
  const isNew = useEdited(({ editing: { mine, saved } }) => isNewToKitchen(mine, saved));
  const rejectedBy = useEdited(({ editing: { saved } }) => (saved?.status === 'rejected' ? saved.sentToId : null));
  const chosen = points.find((point) => point.id === chosenId);
  if (!chosen) return null;

  const asked = { wantedAt, now: new Date(), timeZone };
  const isRejecting = chosen.id === rejectedBy;
  const isUnable = isNew && (isRejecting || isFull(chosen) || !takesOrder(chosen, asked));
  // Not even as a second choice the one that said no.
  const others = points.filter((point) => point.id !== rejectedBy);
  const instead = isUnable ? suggestInstead(others, { ...asked, exceptId: chosen.id }) : null;

  return (
    <div className="flex flex-col gap-2 text-xs">
      <Opening of={chosen} wantedAt={wantedAt} />
      <LosesIt to={chosen} />
      {instead && <Instead point={instead} />}
    </div>
  );
}

function Opening({ of: point, wantedAt }: { of: PointOfSaleLoad; wantedAt: string | null }) {
  const t = useTranslations('deliveryCard.point');
  const { timeZone } = useOrganisation();
  const { time } = useFormats();
  const at = wantedAt ? new Date(wantedAt) : new Date();
  const closing = closesAt(point.openingHours, at, timeZone);

  if (point.isStopped) return <p className="text-missed">{t('stopped')}</p>;
  if (!takesOrder(point, { wantedAt, now: at, timeZone }))
    return <p className="text-missed">{t('closedAt', { time: time(at) })}</p>;
  return (
    <p className="text-muted">
      {isFull(point) && point.showsLoad && <span className="text-missed">{t('full')} </span>}
      {closing ? t('openUntil', { time: time(closing) }) : t('alwaysOpen')}
    </p>
  );
}

/** A kitchen that has it already loses it when it is sent elsewhere; one that said no has nothing to lose. */
function LosesIt({ to }: { to: PointOfSaleLoad }) {
  const t = useTranslations('deliveryCard.point');
  const { points } = useEditor();
  const loserId = useEdited(({ editing: { mine, saved } }) =>
    saved && saved.status !== 'rejected' && isMoved(mine, saved) ? saved.sentToId : null,
  );
  const from = points.find((point) => point.id === loserId)?.name;

  return (
    <p role="status" className="rounded bg-ringing-soft p-2 text-ringing empty:hidden">
      {loserId && t('losesIt', { from: from ?? t('formerOne'), to: to.name })}
    </p>
  );
}

function Instead({ point }: { point: PointOfSaleLoad }) {
  const t = useTranslations('deliveryCard.point');
  const { keeper } = useEditor();
  const { name, openCount: open, capacity } = point;

  return (
    <Button size="sm" className="h-auto! justify-start py-1 text-start" onClick={() => keeper.edit({ pointOfSaleId: point.id })}>
      <span className="wrap-anywhere whitespace-normal">
        {point.showsLoad ? t('insteadWithLoad', { name, open, capacity }) : t('instead', { name })}
      </span>
    </Button>
  );
}
