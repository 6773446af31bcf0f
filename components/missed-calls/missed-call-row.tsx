'use client';

import { ChevronDown, ChevronRight, EyeOff, RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { MissedCallRow as Row } from '@/lib/missed-calls/queries';
import { Button } from '../ui/button';
import { ClassIcon } from '../ui/class-icon';
import { formatDuration } from '../ui/formats';
import { IconButton } from '../ui/icon-button';
import { useFormats } from '../ui/organisation';
import { PhoneNumberText } from '../ui/phone-number-text';
import { LastStatusMark } from './last-status-mark';
import { MissedCallHistory } from './missed-call-history';
import { RemovalMark } from './removal-mark';
import { SendSmsButton } from './send-sms-button';
import { SmsMark } from './sms-mark';
import { useAgo } from './use-ago';
import { useHide } from './use-hide';

type MissedCallRowProps = {
  row: Row;
  nowMs: number;
  mayHide: boolean;
  isTicked: boolean;
  onTick: (isTicked: boolean) => void;
};

/** One caller who did not get through; below it, on demand, what was done about it. */
export function MissedCallRow({ row, nowMs, mayHide, isTicked, onTick }: MissedCallRowProps) {
  const t = useTranslations('missedCalls');
  const [isOpen, setIsOpen] = useState(false);
  const formats = useFormats();
  const ago = useAgo();
  const { hide, restore, isPending } = useHide();
  const historyId = useId();
  const isHidden = row.state === 'hidden';
  const columns = mayHide ? 8 : 7;

  return (
    <>
      <tr className={isTicked ? 'bg-accent-soft' : undefined}>
        {mayHide && (
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
            name={isOpen ? t('hideHistory') : t('showHistory')}
            size="sm"
            icon={isOpen ? <ChevronDown aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
            aria-expanded={isOpen}
            aria-controls={historyId}
            onClick={() => setIsOpen(!isOpen)}
          />
        </td>
        <td className="w-full max-w-0 @max-[44rem]:py-2!">
          <Caller row={row} />
          <div className="flex flex-col gap-0.5 ps-5 text-xs @min-[44rem]:hidden">
            <span className="truncate text-muted">
              {row.chain.line?.name ?? t('noLine')} · {t('waitedFor', { time: formatDuration(row.waitSeconds) })}
            </span>
            <span className="flex min-w-0 flex-wrap items-center gap-x-3">
              <LastStatusMark of={row.lastStatus} />
              <span className="text-muted">{ago(row.lastMissedAt, nowMs)}</span>
            </span>
            <SmsMark sms={row.sms[0]} />
            <RemovalMark row={row} />
          </div>
        </td>
        <td className="hidden max-w-40 truncate text-muted @min-[44rem]:table-cell" title={row.chain.line?.name}>
          {row.chain.line?.name ?? t('noLine')}
        </td>
        <td className="hidden w-0 whitespace-nowrap text-muted @min-[44rem]:table-cell">
          <time dateTime={row.lastMissedAt.toISOString()} title={formats.dateTime(row.lastMissedAt)} className="num">
            {ago(row.lastMissedAt, nowMs)}
          </time>
        </td>
        <td className="num hidden w-0 text-muted @min-[44rem]:table-cell">{formatDuration(row.waitSeconds)}</td>
        <td className="hidden w-0 @min-[44rem]:table-cell">
          <LastStatusMark of={row.lastStatus} />
          <SmsMark sms={row.sms[0]} />
          <RemovalMark row={row} />
        </td>
        <td className="w-0">
          <span className="flex justify-end gap-1">
            <SendSmsButton row={row} />
            {isHidden && mayHide && (
              <Button
                size="sm"
                icon={<RotateCcw aria-hidden="true" />}
                isPending={isPending}
                onClick={() => void restore([row.id])}
              >
                {t('restore')}
              </Button>
            )}
            {!isHidden && mayHide && (
              <IconButton
                name={t('hide')}
                size="sm"
                icon={<EyeOff aria-hidden="true" />}
                isPending={isPending}
                onClick={() => void hide([row.id])}
              />
            )}
          </span>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td id={historyId} colSpan={columns} className="bg-surface-secondary p-0!">
            <MissedCallHistory missedCallId={row.id} version={row.version} />
          </td>
        </tr>
      )}
    </>
  );
}

function Caller({ row }: { row: Row }) {
  const t = useTranslations('missedCalls');
  const { customer, callerDisplay, callerName, misses } = row;

  return (
    <>
      <span className="flex min-w-0 items-center gap-1.5">
        <ClassIcon of={customer ? customer.class : 'unknown'} />
        {customer ? (
          <Link
            href={`/customers/${customer.id}`}
            prefetch={false}
            title={customer.name}
            className="min-w-0 truncate font-medium hover:underline"
          >
            <bdi>{customer.name}</bdi>
          </Link>
        ) : (
          <bdi className="min-w-0 truncate font-medium">{callerName || (callerDisplay ? t('unknown') : t('withheld'))}</bdi>
        )}
        {misses > 1 && (
          <span
            className="num shrink-0 rounded-sm bg-surface-tertiary px-1 font-medium text-xs"
            title={t('times', { count: misses })}
          >
            ×{misses}
          </span>
        )}
      </span>
      {callerDisplay && <PhoneNumberText display={callerDisplay} className="block ps-5 text-muted text-xs" />}
    </>
  );
}
