'use client';

import { PhoneIncoming } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CallButton } from '../../softphone/call-button';
import { useDesk } from '../../softphone/desk-context';
import { useCallAct } from '../../softphone/use-call-act';
import { useWhyNot } from '../../softphone/use-callability';
import { useIsHandedOver } from '../../softphone/use-is-handed-over';
import { IconButton } from '../../ui/icon-button';

type RowCallProps = {
  /** The number as a PBX may name it; `calls` only where it is a whole one. */
  ringsFrom: string | null;
  calls: string | null;
  deliveryId: string;
  name: string;
};

/** Calls the customer about this delivery; while it is they who ring, answers them (S0.17). */
export function RowCall({ ringsFrom, calls, deliveryId, name }: RowCallProps) {
  const t = useTranslations('deliveries');
  const { ringing, phone } = useDesk();
  const whyNot = useWhyNot();
  const { act, isPending } = useCallAct();
  const isHandedOver = useIsHandedOver();
  const call = ringsFrom === null || isHandedOver ? undefined : ringing.find((each) => each.number.e164 === ringsFrom);

  if (!call) {
    return (
      <CallButton
        name={t('callCustomer')}
        number={calls}
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
      disabledReason={whyNot('answer')}
      onClick={() => void act(() => phone.answer(call.callId))}
    />
  );
}
