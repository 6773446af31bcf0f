'use client';

import { Phone } from 'lucide-react';
import { Button } from '../ui/button';
import type { ButtonSize, Intent } from '../ui/button-class';
import { IconButton } from '../ui/icon-button';
import { useDesk } from './desk-context';
import { TelLink } from './tel-link';
import { useCallAct } from './use-call-act';
import { useNoCallReason } from './use-callability';
import { useIsHandedOver } from './use-is-handed-over';

type CallButtonProps = {
  /** Its accessible name, for example "Call customer". */
  name: string;
  /** Any way of writing it; null where there is none to call. */
  number: string | null;
  /** Said instead of calling while there is no number, or not a whole one (S0.17, S0.18). */
  noNumberReason: string;
  /** The delivery the call is about. */
  deliveryId?: string;
  look?: 'icon' | 'text';
  size?: ButtonSize;
  /** In a dense row it is a ghost. */
  intent?: Extract<Intent, 'outline' | 'ghost'>;
};

/** Dials at once, or hands the number to another application (S2.9). Disabled with the reason while it cannot: no number, or no phone. */
export function CallButton({
  name,
  number,
  noNumberReason,
  deliveryId,
  look = 'icon',
  size,
  intent = 'outline',
}: CallButtonProps) {
  const { phone } = useDesk();
  const isHandedOver = useIsHandedOver();
  const noPhoneReason = useNoCallReason();
  const { act, isPending } = useCallAct();

  const disabledReason = number ? noPhoneReason : noNumberReason;
  const icon = <Phone aria-hidden="true" />;

  function call() {
    if (number) void act(() => phone.dial(number, deliveryId ? { deliveryId } : undefined));
  }

  if (number && isHandedOver) {
    return <TelLink name={name} number={number} icon={icon} intent={intent} size={size} isIconOnly={look === 'icon'} />;
  }
  if (look === 'icon') {
    return (
      <IconButton
        name={name}
        icon={icon}
        intent={intent}
        size={size}
        isPending={isPending}
        disabledReason={disabledReason}
        onClick={call}
      />
    );
  }
  return (
    <Button icon={icon} intent={intent} size={size} isPending={isPending} disabledReason={disabledReason} onClick={call}>
      {name}
    </Button>
  );
}
