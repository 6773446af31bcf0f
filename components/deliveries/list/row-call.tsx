'use client';

import { PhoneIncoming } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CallButton } from '../../softphone/call-button';
import { useDesk } from '../../softphone/desk-context';
import { useCallAct } from '../../softphone/use-call-act';
import { useNoCallReason } from '../../softphone/use-callability';
import { IconButton } from '../../ui/icon-button';

type RowCallProps = { e164: string | null; deliveryId: string; name: string };

/** Calls the customer about this delivery; while it is they who ring, answers them (S0.17). */
export function RowCall({ e164, deliveryId, name }: RowCallProps) {
  const t = useTranslations('deliveries');
  const { ringing, phone } = useDesk();
  const noPhoneReason = useNoCallReason();
  const { act, isPending } = useCallAct();
  const call = e164 === null ? undefined : ringing.find((each) => each.number.e164 === e164);

  if (!call) {
    return (
      <CallButton
        name={t('callCustomer')}
        number={e164}
        noNumberReason={t('noNumber')}
        deliveryId={deliveryId}
        intent="ghost"
        size="sm"
      />
    );
  }
  return (
    <IconButton
      name={t('answer', { name })}
      icon={<PhoneIncoming aria-hidden="true" />}
      intent="answer"
      size="sm"
      isPending={isPending}
      disabledReason={noPhoneReason}
      onClick={() => void act(() => phone.answer(call.callId))}
    />
  );
}
