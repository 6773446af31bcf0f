'use client';

import { CirclePause, Grip, MicOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { CurrentCall } from '@/lib/softphone/phone-state';
import { useDesk } from '../softphone/desk-context';
import { useCallAct } from '../softphone/use-call-act';
import { useNoCallReason } from '../softphone/use-callability';
import { DockButton } from './dock-button';
import { Keypad } from './keypad';

type CallControlsProps = CurrentCall & { hasKeys: boolean; children: ReactNode };

/** Pause, Hold and Keypad, which wait until somebody has answered. What they stand above does not move when the keypad opens. */
export function CallControls({ call, phase, hasKeys, children }: CallControlsProps) {
  const t = useTranslations('phone');
  const { me, phone, mutedCallIds } = useDesk();
  const noPhoneReason = useNoCallReason();
  const { act, tell } = useCallAct();
  const keypadId = useId();
  const [hasKeypad, setHasKeypad] = useState(false);
  const digitsSent = useRef(Promise.resolve());

  const isUp = phase !== 'dialling';
  const notUpReason = isUp ? null : t('notAnsweredYet');
  const isMuted = mutedCallIds.has(call.callId);

  // One after the other: the menu at the far end hears them in the order they were pressed.
  function sendDigit(digit: string) {
    digitsSent.current = digitsSent.current.then(() => phone.sendDigit(call.callId, digit)).then(tell);
  }

  return (
    <>
      <div className="mt-3 grid grid-cols-3 gap-1.5">
        <DockButton
          name={t('pause')}
          icon={<MicOff aria-hidden="true" />}
          keyHint={hasKeys ? me.keys.pause : undefined}
          isPressed={isMuted}
          disabledReason={notUpReason}
          onPress={() => phone.setMuted(call.callId, !isMuted)}
        />
        <DockButton
          name={t('hold')}
          icon={<CirclePause aria-hidden="true" />}
          keyHint={hasKeys ? me.keys.hold : undefined}
          isPressed={phase === 'held'}
          tone="held"
          disabledReason={notUpReason ?? noPhoneReason}
          onPress={() => act(() => phone.setHeld(call.callId, phase !== 'held'))}
        />
        <DockButton
          name={t('keypad')}
          icon={<Grip aria-hidden="true" />}
          expands={{ id: keypadId, isExpanded: hasKeypad }}
          disabledReason={notUpReason ?? noPhoneReason}
          onPress={() => setHasKeypad(!hasKeypad)}
        />
      </div>
      {children}
      {hasKeypad && isUp && <Keypad id={keypadId} onDigit={sendDigit} />}
    </>
  );
}
