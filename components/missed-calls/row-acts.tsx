'use client';

import { EyeOff, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { CallBackButton } from './call-back-button';
import { useHide } from './use-hide';
import type { ListedMissedCall } from './use-live-call-backs';

/** What can be done about a row: for one off the list that is to put it back (S2.20). */
export function RowActs({ row, mayHide }: { row: ListedMissedCall; mayHide: boolean }) {
  const t = useTranslations('missedCalls');
  const { hide, restore, isPending } = useHide();

  if (row.state === 'hidden') {
    return (
      mayHide && (
        <Button size="sm" icon={<RotateCcw aria-hidden="true" />} isPending={isPending} onClick={() => void restore([row.id])}>
          {t('restore')}
        </Button>
      )
    );
  }
  return (
    <>
      <CallBackButton missedCallId={row.id} number={row.callerE164} />
      {mayHide && (
        <IconButton
          name={t('hide')}
          size="sm"
          icon={<EyeOff aria-hidden="true" />}
          isPending={isPending}
          onClick={() => void hide([row.id])}
        />
      )}
    </>
  );
}
