'use client';

import { MessageSquareText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { MissedCallRow } from '@/lib/missed-calls/queries';
import { IconButton } from '../ui/icon-button';
import { latePart } from '../ui/late-part';

const SmsDialog = latePart(() => import('./sms-dialog').then((module) => module.SmsDialog));

/** To whoever called, hidden or not; a withheld number cannot be written to. */
export function SendSmsButton({ row }: { row: MissedCallRow }) {
  const t = useTranslations('missedCallSms');
  const [isOpen, setIsOpen] = useState(false);
  if (!row.callerE164) return null;

  return (
    <>
      <IconButton name={t('send')} size="sm" icon={<MessageSquareText aria-hidden="true" />} onClick={() => setIsOpen(true)} />
      {isOpen && (
        <SmsDialog
          missedCallId={row.id}
          caller={row.customer?.name || row.callerName || row.callerDisplay}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
