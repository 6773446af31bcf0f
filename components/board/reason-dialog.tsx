'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { BoardCard } from '@/lib/board/types';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import { nextStatus } from '@/lib/deliveries/states';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextAreaField } from '../ui/field';
import type { BoardActs } from './use-board-acts';

const QUICK_REASONS = {
  reject: ['tooBusy', 'soldOut', 'equipment', 'tooFar', 'closing'],
  problem: ['soldOut', 'delayed', 'noDriver', 'nobodyCame'],
} as const;

type ReasonDialogProps = { card: BoardCard; asks: 'reject' | 'problem'; act: BoardActs; onClose: () => void };

/** Why: one press on a usual reason, or own words. The desk reads it and tells the customer. */
export function ReasonDialog({ card, asks, act, onClose }: ReasonDialogProps) {
  const t = useTranslations('board');
  const formId = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const { id: deliveryId, revision } = card;
  const canReject = nextStatus('reject', card).kind === 'step';

  function finish(what: 'reject' | 'problem') {
    if (!reason.trim()) return setIsMissing(true);
    if (what === 'reject') act(card, { act: 'reject', deliveryId, revision, reason: reason.trim() });
    else act(card, { act: 'reportProblem', deliveryId, reason: reason.trim() });
    onClose();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    finish(asks);
  }

  const reject = (
    <Button className="h-12" icon={<X aria-hidden="true" className="text-missed" />} onClick={() => finish('reject')}>
      {t('rejectIt')}
    </Button>
  );

  return (
    <Dialog
      title={t(asks === 'reject' ? 'rejectTitle' : 'problemTitle', { number: String(card.number) })}
      onClose={onClose}
      footer={
        <div className="flex flex-wrap justify-end gap-2 py-2">
          {asks === 'problem' && canReject && reject}
          <Button intent={asks === 'reject' ? 'danger' : 'primary'} className="h-12" type="submit" form={formId}>
            {t(asks === 'reject' ? 'rejectIt' : 'acts.reportProblem')}
          </Button>
        </div>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset of buttons is no more of a group */}
        <div role="group" aria-label={t('usualReasons')} className="flex flex-wrap gap-2">
          {QUICK_REASONS[asks].map((key) => (
            <Button
              key={key}
              className="h-12 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
              aria-pressed={reason === t(`reasons.${key}`)}
              onClick={() => setReason(t(`reasons.${key}`))}
            >
              {t(`reasons.${key}`)}
            </Button>
          ))}
        </div>
        <TextAreaField
          label={t('reason')}
          hint={t(asks === 'reject' ? 'rejectHint' : 'problemHint')}
          error={isMissing && !reason.trim() ? t('reasonMissing') : null}
          rows={3}
          maxLength={MAX_CHARACTERS.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
