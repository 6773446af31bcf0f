'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { consultationOf } from '@/lib/softphone/consultation';
import { callerOf, nameOf } from '../calls/caller';
import { useDesk } from '../softphone/desk-context';

/** Under a caller who still waits after the question about them is over: that nobody took it, and what to do (S3.15). */
export function UnansweredQuestion({ callId }: { callId: string }) {
  const t = useTranslations('transfer');
  const { current } = useDesk();
  const [last, setLast] = useState<{ id: string; name: string; isAnswered: boolean } | null>(null);
  const consultation = consultationOf(current);
  const asked = consultation?.main.callId === callId ? consultation.asked : null;
  const id = asked?.callId;
  const name = asked ? (nameOf(callerOf(asked)) ?? asked.number.display) : '';
  const isAnswered = consultation?.isAnswered ?? false;
  const isWaiting = current.some(({ call, phase }) => call.callId === callId && phase === 'held');

  useEffect(() => {
    if (id) setLast({ id, name, isAnswered });
    else if (!isWaiting) setLast(null);
  }, [id, name, isAnswered, isWaiting]);

  if (!last || !isWaiting || current.some(({ call }) => call.callId === last.id)) return null;
  return (
    <p data-question-over className="mt-2 text-held">
      {t(last.isAnswered ? 'hungUp' : 'notTaken', { name: last.name })}
    </p>
  );
}
