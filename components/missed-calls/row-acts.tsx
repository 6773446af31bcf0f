'use client';

import { EyeOff, NotebookPen, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { CallBackButton } from './call-back-button';
import { SendSmsButton } from './send-sms-button';
import { TagButton } from './tag-button';
import { useHide } from './use-hide';
import type { ListedMissedCall } from './use-live-call-backs';

/** What this user may do about missed calls. */
export type MissedCallActs = { hide: boolean; assign: boolean };
type RowActsProps = { row: ListedMissedCall; may: MissedCallActs; onNote: () => void };

/** What can be done about a row: for one off the list that is to put it back (S2.20). */
export function RowActs({ row, may, onNote }: RowActsProps) {
  const t = useTranslations('missedCalls');
  const { hide, restore, isPending } = useHide();

  const isHidden = row.state === 'hidden';

  // Each stays where it is, whatever becomes of the row meanwhile: a dialog that is open keeps what is typed in it.
  return (
    <>
      {!isHidden && <CallBackButton missedCallId={row.id} number={row.callerE164} />}
      <SendSmsButton row={row} />
      {!isHidden && <IconButton name={t('addNote')} size="sm" icon={<NotebookPen aria-hidden="true" />} onClick={onNote} />}
      <span className={isHidden ? 'hidden' : 'contents'}>
        <TagButton row={row} />
      </span>
      {!isHidden && may.hide && (
        <IconButton
          name={t('hide')}
          size="sm"
          icon={<EyeOff aria-hidden="true" />}
          isPending={isPending}
          onClick={() => void hide([row.id])}
        />
      )}
      {isHidden && may.hide && (
        <Button size="sm" icon={<RotateCcw aria-hidden="true" />} isPending={isPending} onClick={() => void restore([row.id])}>
          {t('restore')}
        </Button>
      )}
    </>
  );
}
