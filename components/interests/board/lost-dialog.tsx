'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { MAX_INTEREST_CHARACTERS } from '@/lib/interests/limits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextAreaField } from '../../ui/field';

const USUAL = ['price', 'competitor', 'postponed', 'noAnswer', 'cannotServe'] as const;

const MAX = MAX_INTEREST_CHARACTERS.reason;

type LostDialogProps = {
  number: number;
  /** A sentence where it was refused, null where it is done. */
  onLose: (reason: string) => Promise<string | null>;
  onClose: () => void;
};

/** Why an interest is lost: one press on a usual reason, or own words, which stay where the server refuses. None are cut off: what is too long is said. */
export function LostDialog({ number, onLose, onClose }: LostDialogProps) {
  const t = useTranslations('interestBoard');
  const formId = useId();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isPending) return;
    const count = reason.trim().length;
    if (count === 0) return setProblem(t('reasonMissing'));
    if (count > MAX) return setProblem(t('reasonTooLong', { count, max: MAX }));
    setPending(true);
    setProblem(await onLose(reason.trim()));
    setPending(false);
  }

  function type(typed: string) {
    setReason(typed);
    setProblem(null);
  }

  return (
    <Dialog
      title={t('lostTitle', { number: String(number) })}
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button intent="primary" type="submit" form={formId} isPending={isPending}>
            {t('markLost')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset of buttons is no more of a group */}
        <div role="group" aria-label={t('usualReasons')} className="flex flex-wrap gap-2">
          {USUAL.map((key) => (
            <Button
              key={key}
              size="sm"
              className="aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
              aria-pressed={reason === t(`reasons.${key}`)}
              onClick={() => type(t(`reasons.${key}`))}
            >
              {t(`reasons.${key}`)}
            </Button>
          ))}
        </div>
        <TextAreaField
          label={t('reason')}
          hint={t('lostHint')}
          error={problem}
          rows={3}
          autoFocus
          value={reason}
          onChange={(event) => type(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
