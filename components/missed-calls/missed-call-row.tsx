'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { LiveCallBack } from '@/lib/call-backs/types';
import { formatDuration } from '../ui/formats';
import { IconButton } from '../ui/icon-button';
import { useFormats } from '../ui/organisation';
import { Assignee } from './assignee';
import { CallingBack } from './calling-back';
import { LastStatusMark } from './last-status-mark';
import { MissedCallDetails } from './missed-call-details';
import { MissedCaller } from './missed-caller';
import { OutsideHours } from './outside-hours';
import { RemovalMark } from './removal-mark';
import { type MissedCallActs, RowActs } from './row-acts';
import { RowTags } from './row-tags';
import { SmsMark } from './sms-mark';
import { useAgo } from './use-ago';
import type { ListedMissedCall } from './use-live-call-backs';

type MissedCallRowProps = {
  row: ListedMissedCall;
  nowMs: number;
  callBack: LiveCallBack | null;
  may: MissedCallActs;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
};

// Who, and below it what can be done: a table's row has no room for both.
const NARROW_ROW =
  '@max-[44rem]:grid @max-[44rem]:items-start @max-[44rem]:border-separator @max-[44rem]:border-b @max-[44rem]:py-2 @max-[44rem]:[&>td]:h-auto! @max-[44rem]:[&>td]:w-auto! @max-[44rem]:[&>td]:border-b-0! @max-[44rem]:[&>td]:bg-transparent! @max-[44rem]:hover:bg-surface-secondary';

/** One caller who did not get through; below it, on demand, what was done about it. */
export function MissedCallRow({ row, nowMs, callBack, may, isTicked, onTick }: MissedCallRowProps) {
  const t = useTranslations('missedCalls');
  const [open, setOpen] = useState<'history' | 'note' | null>(null);
  const formats = useFormats();
  const ago = useAgo();
  const detailsId = useId();
  const isHidden = row.state === 'hidden';
  const lineName = row.chain.line?.name ?? t('noLine');

  return (
    <>
      <tr
        className={`${NARROW_ROW} ${may.hide ? '@max-[44rem]:grid-cols-[auto_auto_1fr]' : '@max-[44rem]:grid-cols-[auto_1fr]'} ${isTicked ? 'bg-accent-soft' : ''}`}
      >
        {may.hide && (
          <td className="w-0">
            <input
              type="checkbox"
              aria-label={t('select', { caller: row.customer?.name ?? (row.callerDisplay || t('withheld')) })}
              checked={isTicked && !isHidden}
              disabled={isHidden}
              onChange={({ target }) => onTick(target.checked)}
              className="block size-4 accent-accent disabled:opacity-40"
            />
          </td>
        )}
        <td className="w-0 pe-0!">
          <IconButton
            name={open ? t('hideHistory') : t('showHistory')}
            size="sm"
            icon={open ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
            aria-expanded={open !== null}
            aria-controls={detailsId}
            onClick={() => setOpen(open ? null : 'history')}
          />
        </td>
        <td className="w-full min-w-0">
          <div className="min-w-36 [contain:inline-size] @max-[44rem]:min-w-0">
            <MissedCaller row={row} />
          </div>
          <span className="block ps-5 empty:hidden @max-[44rem]:hidden @min-[60rem]:hidden">
            <RowTags row={row} />
          </span>
          <div className="flex flex-col gap-0.5 ps-5 text-xs @min-[44rem]:hidden">
            <span className="truncate text-muted">
              {lineName} · {t('waitedFor', { time: formatDuration(row.waitSeconds) })}
            </span>
            <span className="flex min-w-0 flex-wrap items-center gap-x-3">
              <LastStatusMark of={row.lastStatus} />
              <span className="text-muted">{ago(row.lastMissedAt, nowMs)}</span>
              {row.isOutsideHours && <OutsideHours />}
            </span>
            <Assignee of={row.assignee} />
            <SmsMark sms={row.sms} />
            <RemovalMark row={row} />
            <RowTags row={row} />
          </div>
        </td>
        <td className="hidden max-w-32 truncate text-muted @min-[44rem]:table-cell">
          <span title={lineName}>{lineName}</span>
          <Assignee of={row.assignee} />
        </td>
        <td className="hidden w-0 whitespace-nowrap text-muted @min-[44rem]:table-cell">
          <time dateTime={row.lastMissedAt.toISOString()} title={formats.dateTime(row.lastMissedAt)} className="num">
            {ago(row.lastMissedAt, nowMs)}
          </time>
          {row.isOutsideHours && <OutsideHours />}
        </td>
        <td className="num hidden w-0 text-muted @min-[44rem]:table-cell">{formatDuration(row.waitSeconds)}</td>
        <td className="hidden w-0 @min-[44rem]:table-cell">
          <LastStatusMark of={row.lastStatus} />
          <SmsMark sms={row.sms} />
          <RemovalMark row={row} />
        </td>
        <td className="hidden max-w-40 @min-[60rem]:table-cell">
          <RowTags row={row} />
        </td>
        <td className="w-0 @max-[44rem]:col-span-full">
          {callBack && (
            <span className="flex justify-end">
              <CallingBack callBack={callBack} nowMs={nowMs} />
            </span>
          )}
          <span className={`justify-end @max-[44rem]:gap-3 @min-[60rem]:gap-1 @max-[44rem]:pt-1 ${callBack ? 'hidden' : 'flex'}`}>
            <RowActs row={row} may={may} onNote={() => setOpen('note')} />
          </span>
        </td>
      </tr>
      {open && (
        <tr>
          <td id={detailsId} colSpan={may.hide ? 9 : 8} className="bg-surface-secondary p-0!">
            <MissedCallDetails row={row} mayAssign={may.assign} writesNote={open === 'note'} />
          </td>
        </tr>
      )}
    </>
  );
}
