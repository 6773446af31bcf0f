import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ClassIcon } from '../ui/class-icon';
import { PhoneNumberText } from '../ui/phone-number-text';
import type { ListedMissedCall } from './use-live-call-backs';

/** Who did not get through, how often, and since which earlier row (S2.14a). */
export function MissedCaller({ row }: { row: ListedMissedCall }) {
  const t = useTranslations('missedCalls');
  const { customer, callerE164, callerDisplay, callerName, misses } = row;

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
      <span className="flex flex-wrap items-center gap-x-2 ps-5 text-muted text-xs">
        {callerDisplay && <PhoneNumberText display={callerDisplay} />}
        {row.previousId && callerE164 && (
          <Link
            href={`/calls/missed?${new URLSearchParams({ view: 'all', text: callerE164 })}`}
            prefetch={false}
            title={t('removedBeforeHint')}
            className="hover:underline"
          >
            {t('removedBefore')}
          </Link>
        )}
      </span>
    </>
  );
}
