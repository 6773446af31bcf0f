'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDesk } from '../softphone/desk-context';
import { Button } from '../ui/button';
import type { Intent } from '../ui/button-class';
import { openInquiry } from './open-inquiry';

/** Opens the wizard by hand: of the call of this customer that is up, else of no call. */
export function NewInquiryButton({ customerId = null, intent }: { customerId?: string | null; intent?: Intent }) {
  const t = useTranslations('inquiry');
  const { me, current } = useDesk();
  if (!me.mayRegister) return null;

  const call = current.find(
    ({ call }) => customerId !== null && call.answeredAt !== null && call.card.customers.some(({ id }) => id === customerId),
  );

  return (
    <Button
      intent={intent}
      icon={<Plus aria-hidden="true" />}
      onClick={() => openInquiry({ callId: call?.call.callId ?? null, customerId, isByItself: false })}
    >
      {t('inquiry')}
    </Button>
  );
}
