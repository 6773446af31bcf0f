'use client';

import { useTranslations } from 'next-intl';
import type { TimelineCall as Call, TimelineEntry } from '@/lib/interests/timeline-queries';
import { formatDuration } from '../../ui/formats';
import { Moment } from '../../ui/moment';

/** A call about an interest: as much of it as the viewer may see (R34), with what was written on it. */
export function TimelineCall({ entry: { call, text } }: { entry: Extract<TimelineEntry, { kind: 'call' }> }) {
  const t = useTranslations('interestCard');

  return (
    <>
      {call ? <Facts call={call} /> : <p className="text-muted">{t('callHidden')}</p>}
      {text && <bdi className="wrap-anywhere block whitespace-pre-line">{text}</bdi>}
      {call && call.notes.length > 0 && (
        <ul aria-label={t('callNotes')} className="mt-1 flex flex-col gap-1 border-border border-s-2 ps-2.5">
          {call.notes.map((note) => (
            <li key={note.id}>
              <bdi className="wrap-anywhere block whitespace-pre-line">{note.text}</bdi>
              <span className="text-muted text-xs">
                <bdi>{note.author?.name ?? t('someone')}</bdi> · <Moment at={new Date(note.createdAt).toISOString()} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Facts({ call }: { call: Call }) {
  const t = useTranslations('interestCard');
  const what = call.isMissed ? t('callMissed') : t(`callDirection.${call.direction}`);
  const length = call.phase === 'ended' ? !call.isMissed && formatDuration(call.talkSeconds) : t('callNow');

  return (
    <p className="flex flex-wrap gap-x-1.5">
      <span className={call.isMissed ? 'text-missed' : undefined}>{what}</span>
      {length && <span className="num">{length}</span>}
      {[call.operator?.name, call.line?.name].map(
        (name) =>
          name && (
            <span key={name} className="wrap-anywhere min-w-0 text-muted">
              <span aria-hidden="true">· </span>
              <bdi>{name}</bdi>
            </span>
          ),
      )}
    </p>
  );
}
