'use client';

import { useTranslations } from 'next-intl';
import { deleteInterestNote, moreInteractions, writeInterestNote } from '@/lib/interests/card-actions';
import type { TimelineEntry } from '@/lib/interests/timeline-queries';
import type { CreatedKey, Page } from '@/lib/page';
import { useCardAct } from '../../customers/card/use-card-act';
import { Panel } from '../../deliveries/panel';
import { useDeskRouter } from '../../live/use-desk-router';
import { NoteForm } from '../../notes/note-form';
import { MoreButton } from '../../ui/more-button';
import { showMessage } from '../../ui/show-message';
import { useMoreRows } from '../../ui/use-more-rows';
import { TimelineItem } from './timeline-item';

type TimelinePanelProps = { interestId: string; first: Page<TimelineEntry, CreatedKey>; isEditable: boolean };

/** What happened about an interest, latest first, and where the next note is written. */
export function TimelinePanel({ interestId, first, isEditable }: TimelinePanelProps) {
  const t = useTranslations('interestCard');
  const router = useDeskRouter();
  const { act } = useCardAct();
  const list = useMoreRows(first, (after) => moreInteractions({ interestId, after }));

  function remove({ id: noteId, text, createdAt }: Extract<TimelineEntry, { kind: 'note' | 'sms' | 'email' }>) {
    const again = { noteId, interestId, text, writtenAt: createdAt.toISOString() };
    const back = () => act(() => writeInterestNote(again), router.refresh);
    act(
      () => deleteInterestNote({ noteId, interestId }),
      () => {
        showMessage(t('noteDeleted'), { label: t('undo'), onClick: back });
        router.refresh();
      },
    );
  }

  return (
    <Panel title={t('timeline')}>
      {isEditable && (
        <div className="border-separator border-b p-3">
          <NoteForm
            subjectId={interestId}
            store={(note) => writeInterestNote({ ...note, interestId })}
            label={t('newNote')}
            act={t('addNote')}
            onSaved={() => router.refresh()}
          />
        </div>
      )}
      {list.rows.length === 0 ? (
        <p className="p-3 text-muted">{t('noTimeline')}</p>
      ) : (
        <ol aria-label={t('timeline')}>
          {list.rows.map((entry) => (
            <TimelineItem
              key={entry.id}
              entry={entry}
              onDelete={isEditable && entry.kind === 'note' && entry.isMine ? () => remove(entry) : null}
            />
          ))}
        </ol>
      )}
      {list.hasMore && <MoreButton isPending={list.isPending} onClick={list.more} />}
    </Panel>
  );
}
