'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useEditor } from './editor-context';
import { useAct } from './use-act';

/** Says to everybody who has the delivery that something is wrong with it, and what. */
export function ProblemForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('deliveryCard.problem');
  const { keeper } = useEditor();
  const { act, isActing } = useAct();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!reason.trim()) return setMissing(true);
    if (await act({ act: 'reportProblem', deliveryId: keeper.id(), reason })) onClose();
  }

  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      aria-label={t('title')}
      className="panel flex flex-wrap items-end gap-3 p-3"
    >
      <TextField
        ref={field}
        label={t('reason')}
        className="min-w-56 flex-1"
        maxLength={MAX_CHARACTERS.reason}
        autoComplete="off"
        value={reason}
        error={isMissing && !reason.trim() ? t('reasonMissing') : null}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button onClick={onClose}>{t('close')}</Button>
      <Button type="submit" intent="secondary" isPending={isActing}>
        {t('report')}
      </Button>
    </form>
  );
}
