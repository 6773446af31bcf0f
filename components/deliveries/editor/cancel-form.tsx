'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { cancelDelivery } from '@/lib/deliveries/actions';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import { needsReasonToCancel } from '@/lib/deliveries/policy';
import { useListReturn } from '../../shell/list-return';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { showError, showMessage } from '../../ui/show-message';
import { useEdited, useEditor } from './editor-context';

/** Asks once more, in the place of the buttons: a kitchen that knows of the delivery is told why. */
export function CancelForm({ onClose }: { onClose: () => void }) {
  const t = useTranslations('delivery.cancelling');
  const refusals = useTranslations('refusals');
  const { keeper } = useEditor();
  const goBack = useListReturn();
  const saved = useEdited(({ editing }) => editing.saved);
  const [reason, setReason] = useState('');
  const [isPending, setPending] = useState(false);
  const [isReasonMissing, setReasonMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const needsReason = saved !== null && needsReasonToCancel(saved.status);

  useEffect(() => (field.current ?? keep.current)?.focus(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (needsReason && !reason.trim()) return setReasonMissing(true);

    setPending(true);
    await cancel();
    setPending(false);
  }

  async function cancel() {
    // A save still under way would bring the delivery back to life, and a first one would leave its draft behind.
    if (!(await keeper.settle())) return showError(t('failed'));
    const number = keeper.getSnapshot().editing.saved?.number;
    const result = number === undefined ? null : await cancelDelivery({ deliveryId: keeper.id(), reason }).catch(() => undefined);

    if (result === undefined) return showError(t('failed'));
    if (result && !result.ok) return showError(refusals(result.reason));
    keeper.discard();
    showMessage(number === undefined ? t('discarded') : t('done', { number: String(number) }));
    goBack();
  }

  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="flex flex-wrap items-end gap-3"
      aria-label={t('title')}
    >
      {needsReason ? (
        <TextField
          ref={field}
          label={t('reason')}
          className="min-w-56 flex-1"
          maxLength={MAX_CHARACTERS.reason}
          autoComplete="off"
          value={reason}
          error={isReasonMissing && !reason.trim() ? t('reasonMissing') : null}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : (
        <p className="min-w-56 flex-1 self-center">{saved ? t('dropDraft', { number: String(saved.number) }) : t('dropNew')}</p>
      )}
      <Button ref={keep} onClick={onClose}>
        {t('keep')}
      </Button>
      <Button intent="danger" type="submit" isPending={isPending}>
        {t('confirm')}
      </Button>
    </form>
  );
}
