'use client';

import { Phone, PhoneIncoming } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { CallButton } from '../softphone/call-button';
import { useDesk } from '../softphone/desk-context';
import { useCallAct } from '../softphone/use-call-act';
import { useWhyNot } from '../softphone/use-callability';
import { useIsHandedOver } from '../softphone/use-is-handed-over';
import { Button } from '../ui/button';
import type { ButtonSize } from '../ui/button-class';
import { Chip } from '../ui/chip';

type Called = { customerId: string; number: { e164: string; isCallable: boolean } | null };

/** The call of this customer that rings here, the longest waiting first: by any number of theirs. */
function useCallOf({ customerId, number }: Called) {
  const { ringing } = useDesk();
  return ringing.find(
    ({ card, number: caller }) =>
      card.customers.some(({ id }) => id === customerId) || (number !== null && caller.e164 === number.e164),
  );
}

/** "Calling" beside the name of one who rings at this very moment. */
export function CustomerCalling(called: Called) {
  const t = useTranslations('customers');
  if (!useCallOf(called)) return null;

  return (
    <Chip tone="ringing" icon={<PhoneIncoming aria-hidden="true" />}>
      {t('calling')}
    </Chip>
  );
}

type CallOrAnswerProps = Called & { name: string; size?: ButtonSize };

/** Calls the customer at once; while they ring here themselves, answers them instead (S0.17). The button stays where it is. */
export function CallOrAnswer({ customerId, number, name, size }: CallOrAnswerProps) {
  const t = useTranslations('customers');
  const { phone } = useDesk();
  const whyNot = useWhyNot();
  const { act, isPending } = useCallAct();
  const call = useCallOf({ customerId, number });
  const isHandedOver = useIsHandedOver();

  if (!call || isHandedOver) {
    const e164 = number?.isCallable ? number.e164 : null;
    return <CallButton name={name} number={e164} noNumberReason={t('noNumber')} look="text" size={size} />;
  }
  return (
    <Button
      intent="answer"
      size={size}
      icon={<Phone aria-hidden="true" />}
      isPending={isPending}
      disabledReason={whyNot('answer')}
      onClick={() => void act(() => phone.answer(call.callId))}
    >
      {t('answer')}
    </Button>
  );
}
