'use client';

import { ArrowRightLeft, Mail, MessageSquare, Phone, StickyNote, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { TimelineEntry } from '@/lib/interests/timeline-queries';
import { IconButton } from '../../ui/icon-button';
import { Moment } from '../../ui/moment';
import { TimelineCall } from './timeline-call';
import { useStageName } from './use-stage-name';

const ICONS = { call: Phone, note: StickyNote, sms: MessageSquare, email: Mail, stage_change: ArrowRightLeft } as const;

/** One thing that happened: what, when, and by whom. */
export function TimelineItem({ entry, onDelete }: { entry: TimelineEntry; onDelete: (() => void) | null }) {
  const t = useTranslations('interestCard');
  const Icon = ICONS[entry.kind];

  return (
    <li className="flex items-start gap-2.5 border-separator border-b px-3 py-2 last:border-b-0">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-subtle" />
      <div className="min-w-0 flex-1">
        <What entry={entry} />
        <p className="mt-0.5 flex flex-wrap gap-x-1.5 text-muted text-xs">
          <span>{t(`kinds.${entry.kind}`)}</span>
          <span aria-hidden="true">·</span>
          <bdi className="max-w-60 truncate">{entry.by ?? t('someone')}</bdi>
          <span aria-hidden="true">·</span>
          <Moment at={new Date(entry.createdAt).toISOString()} />
        </p>
      </div>
      {onDelete && <IconButton size="sm" name={t('deleteNote')} icon={<Trash2 aria-hidden="true" />} onClick={onDelete} />}
    </li>
  );
}

function What({ entry }: { entry: TimelineEntry }) {
  switch (entry.kind) {
    case 'call':
      return <TimelineCall entry={entry} />;
    case 'stage_change':
      return <StageChanged change={entry.change} />;
    case 'note':
    case 'sms':
    case 'email':
      return <bdi className="wrap-anywhere block whitespace-pre-line">{entry.text}</bdi>;
  }
}

function StageChanged({ change }: Pick<Extract<TimelineEntry, { kind: 'stage_change' }>, 'change'>) {
  const t = useTranslations('interestCard');
  const stageName = useStageName();
  if (!change) return <p>{t('kinds.stage_change')}</p>;

  return (
    <>
      <p className="wrap-anywhere">{t('stageChanged', { from: stageName(change.from), to: stageName(change.to) })}</p>
      {change.reason && <bdi className="wrap-anywhere block whitespace-pre-line text-muted">{change.reason}</bdi>}
    </>
  );
}
