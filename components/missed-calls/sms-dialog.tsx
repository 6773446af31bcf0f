'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { prepareSms } from '@/lib/sms/actions';
import type { SmsPreparation } from '@/lib/sms/queries';
import { ModalDialog } from '../ui/modal-dialog';
import { NoSmsProvider } from './no-sms-provider';
import { SmsForm } from './sms-form';

type SmsDialogProps = { missedCallId: string; caller: string; onClose: () => void };

/** A message to the caller of a row; without a provider, what is to be done about that. */
export function SmsDialog({ missedCallId, caller, onClose }: SmsDialogProps) {
  const t = useTranslations('missedCallSms');
  const refusals = useTranslations('refusals');
  const [answer, setAnswer] = useState<ActionResult<SmsPreparation> | null>(null);

  useEffect(() => {
    let isWanted = true;
    prepareSms({ missedCallId })
      .catch((): ActionResult<SmsPreparation> => ({ ok: false, reason: 'unavailable' }))
      .then((read) => isWanted && setAnswer(read));
    return () => {
      isWanted = false;
    };
  }, [missedCallId]);

  return (
    <ModalDialog title={t('dialog')} about={<bdi>{t('to', { caller })}</bdi>} onClose={onClose}>
      {!answer && <p className="text-muted">{t('loading')}</p>}
      {answer && !answer.ok && <p className="text-missed">{refusals(answer.reason)}</p>}
      {answer?.ok && answer.data.kind === 'notSetUp' && <NoSmsProvider askAdmins={answer.data.askAdmins} />}
      {answer?.ok && answer.data.kind === 'ready' && (
        <SmsForm missedCallId={missedCallId} templates={answer.data.templates} facts={answer.data.facts} onClose={onClose} />
      )}
    </ModalDialog>
  );
}
