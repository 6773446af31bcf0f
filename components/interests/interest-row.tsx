import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { InterestRow as Row } from '@/lib/interests/row';
import { CallButton } from '../softphone/call-button';
import { OpenInDialer } from '../softphone/open-in-dialer';
import type { Formats } from '../ui/formats';
import { PhoneNumberText } from '../ui/phone-number-text';
import { DueMark } from './due-mark';
import { LastInteraction } from './last-interaction';
import { StageLabel } from './stage-label';
import { useSubjectOf } from './use-subject-of';
import { Whose } from './whose';

type InterestRowProps = { row: Row; nowMs: number; formats: Formats };

/** Above the link that covers the row. */
const ABOVE_LINK = 'relative z-1';

/** One interest, the whole row a link. On a narrow screen what has no column of its own goes below. */
export function InterestRow({ row, nowMs, formats }: InterestRowProps) {
  const t = useTranslations('interests');
  const subject = useSubjectOf()(row);
  const { phone } = row.of;
  const task = row.nextTask;

  return (
    <tr className="relative">
      <td className="num hidden w-0 text-start! text-muted @min-[50rem]:table-cell @min-[50rem]:h-12!">{row.number}</td>
      <td className="w-full max-w-0 @max-[50rem]:py-2! @max-[50rem]:ps-4! @min-[50rem]:w-2/5 @min-[50rem]:min-w-36">
        <Link
          href={`/interests/${row.id}`}
          prefetch={false}
          title={subject}
          data-row-link
          className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          <bdi>{subject}</bdi>
        </Link>
        <p className="hidden min-w-0 items-center gap-1.5 text-muted text-xs @min-[50rem]:flex">
          {row.serviceType && (
            <bdi className="min-w-0 truncate" title={row.serviceType}>
              {row.serviceType}
            </bdi>
          )}
          <span className="shrink-0 @min-[76rem]:hidden">
            <LastInteraction of={row.lastInteraction} formats={formats} isShort />
          </span>
        </p>
        <div className="flex flex-col gap-0.5 text-xs @min-[50rem]:hidden">
          <span className="flex min-w-0 items-center gap-1.5 text-muted">
            <span className="num shrink-0">{row.number}</span>
            <Whose of={row.of} />
          </span>
          <span className="flex min-w-0 flex-wrap items-center gap-x-3">
            <StageLabel stage={row.stage} />
            {task && <DueMark dueAt={task.dueAt} nowMs={nowMs} />}
            <bdi className="min-w-0 truncate text-muted">{row.responsible?.name ?? t('nobody')}</bdi>
          </span>
        </div>
      </td>
      <td className="hidden w-1/3 max-w-0 @min-[50rem]:table-cell @min-[50rem]:min-w-32">
        <Whose of={row.of} />
        {phone && <PhoneNumberText display={phone.display} className="text-muted text-xs" />}
      </td>
      <td className="hidden w-0 max-w-36 @min-[50rem]:table-cell">
        <StageLabel stage={row.stage} />
        <span className="num hidden truncate text-muted text-xs @min-[64rem]:block">
          {t('since', { day: formats.day(row.stageSince) })}
        </span>
        <bdi className="block truncate text-muted text-xs @min-[64rem]:hidden" title={row.responsible?.name}>
          {row.responsible?.name ?? t('nobody')}
        </bdi>
      </td>
      <td className="hidden w-0 max-w-36 text-muted @min-[64rem]:table-cell">
        <bdi className="block truncate" title={row.responsible?.name}>
          {row.responsible?.name ?? t('nobody')}
        </bdi>
      </td>
      <td className="hidden w-1/4 max-w-0 @min-[50rem]:table-cell @min-[50rem]:min-w-32">
        {task ? (
          <>
            <bdi className="block truncate" title={task.title}>
              {task.title}
            </bdi>
            <DueMark dueAt={task.dueAt} nowMs={nowMs} />
          </>
        ) : (
          <span className="text-muted">{t('noTask')}</span>
        )}
      </td>
      <td className="hidden w-0 @min-[76rem]:table-cell">
        <LastInteraction of={row.lastInteraction} formats={formats} />
      </td>
      <td className="w-0 @max-[50rem]:ps-0! @max-[50rem]:pe-2!">
        <span className={`${ABOVE_LINK} flex justify-end gap-1 @max-[50rem]:[&>button]:size-11!`}>
          <span className="hidden @min-[50rem]:block">
            <OpenInDialer number={phone?.display} />
          </span>
          <CallButton name={t('call')} number={phone?.callE164 ?? null} noNumberReason={t('noNumber')} intent="ghost" size="sm" />
        </span>
      </td>
    </tr>
  );
}
