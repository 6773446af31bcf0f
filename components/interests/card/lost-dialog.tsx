'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { MAX_INTEREST_CHARACTERS } from '@/lib/interests/limits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextAreaField } from '../../ui/field';

type LostDialogProps = { stageName: string; onLose: (reason: string) => void; onClose: () => void };

/** Why an interest is lost: the next one who asks about it wants to know. */
export function LostDialog({ stageName, onLose, onClose }: LostDialogProps) {
  const t = useTranslations('interestCard');
  const formId = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === '') return setMissing(true);
    onLose(reason.trim());
  }

  const footer = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button intent="primary" type="submit" form={formId}>
        {t('lose')}
      </Button>
    </>
  );

  return (
    <Dialog title={t('loseTitle', { stage: stageName })} size="sm" onClose={onClose} footer={footer}>
      <form id={formId} noValidate onSubmit={submit}>
        <TextAreaField
          label={t('reason')}
          hint={t('reasonHint')}
          autoFocus
          rows={3}
          value={reason}
          maxLength={MAX_INTEREST_CHARACTERS.reason}
          error={isMissing && reason.trim() === '' ? t('faults.reasonMissing') : null}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
