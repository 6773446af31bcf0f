import { CircleCheck, CircleSlash, CircleX, Plus, Store, Unplug } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { PointOfSaleRow } from '@/lib/points-of-sale/admin-queries';
import type { TillState } from '@/lib/points-of-sale/till-state';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';

export function PointsOfSaleTable({ points }: { points: PointOfSaleRow[] }) {
  const t = useTranslations('pointsOfSale');

  return (
    <div className="px-4 pb-4">
      <div className="flex min-h-14 items-center justify-between gap-3">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <LinkButton href="/admin/points-of-sale/new" intent="primary" icon={<Plus aria-hidden="true" />}>
          {t('new')}
        </LinkButton>
      </div>
      <div className="panel @container overflow-x-auto">
        {points.length === 0 ? (
          <EmptyState icon={<Store aria-hidden="true" />} title={t('listEmpty')} hint={t('listEmptyHint')} />
        ) : (
          <table aria-label={t('title')} className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col" className="hidden @min-[42rem]:table-cell">
                  {t('address')}
                </th>
                <th scope="col" className="num">
                  {t('load')}
                </th>
                <th scope="col">{t('now')}</th>
                <th scope="col" className="hidden @min-[42rem]:table-cell">
                  {t('till')}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <Row key={point.id} point={point} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}

function Row({ point }: { point: PointOfSaleRow }) {
  const t = useTranslations('pointsOfSale');
  const isFull = point.openCount >= point.capacity;

  return (
    <tr>
      <td className="max-w-64 @max-[42rem]:h-13! @max-[42rem]:w-full @max-[42rem]:max-w-0">
        <Link
          href={`/admin/points-of-sale/${point.id}`}
          className="block truncate font-medium hover:underline"
          title={point.name}
        >
          <bdi>{point.name}</bdi>
        </Link>
        <p className="truncate text-muted text-xs @min-[42rem]:hidden">{point.address}</p>
      </td>
      <td className="hidden max-w-64 truncate text-muted @min-[42rem]:table-cell" title={point.address}>
        <bdi>{point.address}</bdi>
      </td>
      <td className={`num ${isFull ? 'font-medium text-missed' : ''}`}>
        {t('loadOf', { open: point.openCount, capacity: point.capacity })}
      </td>
      <td>
        <NowChip point={point} />
      </td>
      <td className="hidden @min-[42rem]:table-cell">
        <TillMark state={point.till} />
      </td>
    </tr>
  );
}

function NowChip({ point: { isArchived, isStopped, isOpen } }: { point: PointOfSaleRow }) {
  const t = useTranslations('pointsOfSale');
  if (isArchived) return <Chip>{t('archived')}</Chip>;
  if (isStopped) return <Chip tone="missed">{t('stopped')}</Chip>;
  return <Chip tone={isOpen ? 'talking' : 'neutral'}>{isOpen ? t('open') : t('closed')}</Chip>;
}

const TILL_LOOK = {
  none: { icon: null, text: 'text-muted' },
  off: { icon: CircleSlash, text: 'text-muted' },
  unused: { icon: Unplug, text: 'text-muted' },
  connected: { icon: CircleCheck, text: 'text-talking' },
  failing: { icon: CircleX, text: 'text-missed' },
} as const satisfies Record<TillState, unknown>;

/** How a point of sale and its till get on: a word and an icon. */
export function TillMark({ state }: { state: TillState }) {
  const t = useTranslations('pointsOfSale.tillStates');
  const { icon: Icon, text } = TILL_LOOK[state];

  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${text}`}>
      {Icon && <Icon aria-hidden="true" className="size-3.5 shrink-0" />}
      {t(state)}
    </span>
  );
}
