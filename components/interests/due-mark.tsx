'use client';

import { AlarmClock, CalendarClock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { overdueSpan } from '@/lib/interests/overdue-span';
import { useServerNow } from '../softphone/use-server-now';
import { useFormats } from '../ui/organisation';
import { useDueWords } from './use-due-words';

/** Until when something is to be done; overdue it says so by icon, word and colour, and counts on while the list stands still. */
export function DueMark({ dueAt, nowMs }: { dueAt: Date; nowMs: number }) {
  const t = useTranslations('interests');
  const formats = useFormats();
  const at = new Date(useServerNow(nowMs));
  const wordsOf = useDueWords();
  const span = overdueSpan(dueAt, at);
  const exact = formats.dateTime(dueAt);

  if (!span) {
    return (
      <span className="inline-flex items-center gap-1 whitespace-nowrap text-muted text-xs" title={exact}>
        <CalendarClock aria-hidden="true" className="size-3 shrink-0" />
        <span className="num">{t('due', { when: wordsOf(dueAt, at) })}</span>
      </span>
    );
  }
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap text-missed text-xs" title={exact}>
      <AlarmClock aria-hidden="true" className="size-3 shrink-0" />
      <span className="num">{t('overdue', span)}</span>
    </span>
  );
}
