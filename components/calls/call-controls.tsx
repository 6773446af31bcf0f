'use client';

import { CirclePause, Grip, MicOff, NotebookPen, PhoneForwarded } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useRef, useState } from 'react';
import { refused } from '@/lib/action-result';
import type { PhoneDeed } from '@/lib/softphone/what-phone-can';
import { type CallHere, useDesk } from '../softphone/desk-context';
import { useCallAct } from '../softphone/use-call-act';
import { usePhoneCan, useWhyNot } from '../softphone/use-callability';
import { useLater } from '../ui/use-later';
import { DockButton } from './dock-button';
import { Keypad } from './keypad';

const loadNote = () => import('../notes/call-note').then((module) => module.CallNote);

type CallControlsProps = Pick<CallHere, 'call' | 'phase'> & {
  /** Whom a note of this call is about, where the operator chose one of several. */
  chosenId: string | null;
  hasKeys: boolean;
  /** Not the one in which somebody is asked: that one is completed or ended. */
  isTransferable: boolean;
  noTransferReason: string | null;
  onTransfer: () => void;
  children: ReactNode;
};

/** Pause, Hold, Keypad, Transfer and Note, which wait until somebody has answered. What they stand above does not move when the keypad opens. */
export function CallControls({
  call,
  phase,
  chosenId,
  hasKeys,
  isTransferable,
  noTransferReason,
  onTransfer,
  children,
}: CallControlsProps) {
  const t = useTranslations('phone');
  const { me, phone, mutedCallIds } = useDesk();
  const whyNot = useWhyNot();
  const can = usePhoneCan();
  const { act, tell } = useCallAct();
  const keypadId = useId();
  const noteId = useId();
  const [hasKeypad, setHasKeypad] = useState(false);
  const [hasNote, setHasNote] = useState(false);
  const Note = useLater(loadNote, hasNote);
  const digitsSent = useRef(Promise.resolve());

  const isUp = phase !== 'dialling';
  const notUpReason = isUp ? null : t('notAnsweredYet');
  // What this phone never can is said first: to wait for an answer would not help.
  const whyDisabled = (deed: PhoneDeed) => whyNot(deed) ?? notUpReason;
  const isMuted = mutedCallIds.has(call.callId);

  // One after the other: the menu at the far end hears them in the order they were pressed.
  function sendDigit(digit: string) {
    digitsSent.current = digitsSent.current
      .then(() => phone.sendDigit(call.callId, digit))
      .then(tell, () => tell(refused('unavailable')));
  }

  return (
    <>
      <div className={`mt-3 grid gap-1.5 ${isTransferable ? 'grid-cols-5 lg:grid-cols-3' : 'grid-cols-4 lg:grid-cols-2'}`}>
        <DockButton
          name={t('pause')}
          icon={<MicOff aria-hidden="true" />}
          keyHint={hasKeys && can.pause ? me.keys.pause : undefined}
          isPressed={isMuted}
          disabledReason={whyDisabled('pause')}
          onPress={() => act(() => phone.setMuted(call.callId, !isMuted))}
        />
        <DockButton
          name={t('hold')}
          icon={<CirclePause aria-hidden="true" />}
          keyHint={hasKeys && can.hold ? me.keys.hold : undefined}
          isPressed={phase === 'held'}
          tone="held"
          disabledReason={whyDisabled('hold')}
          onPress={() => act(() => phone.setHeld(call.callId, phase !== 'held'))}
        />
        <DockButton
          name={t('keypad')}
          icon={<Grip aria-hidden="true" />}
          expands={{ id: keypadId, isExpanded: hasKeypad }}
          disabledReason={whyDisabled('sendDigit')}
          onPress={() => setHasKeypad(!hasKeypad)}
        />
        {isTransferable && (
          <DockButton
            name={t('transfer')}
            icon={<PhoneForwarded aria-hidden="true" />}
            keyHint={hasKeys && can.transfer ? me.keys.transfer : undefined}
            disabledReason={whyDisabled('transfer') ?? noTransferReason}
            onPress={onTransfer}
          />
        )}
        <DockButton
          name={t('note')}
          icon={<NotebookPen aria-hidden="true" />}
          expands={{ id: noteId, isExpanded: hasNote }}
          disabledReason={notUpReason}
          onPress={() => setHasNote(!hasNote)}
        />
      </div>
      {!can.hold && <p className="mt-1.5 text-muted text-xs">{whyNot('hold')}</p>}
      {children}
      {hasNote && isUp && Note && (
        <div id={noteId} className="mt-3">
          <Note callId={call.callId} customerId={chosenId} />
        </div>
      )}
      {hasKeypad && isUp && <Keypad id={keypadId} onDigit={sendDigit} onClose={() => setHasKeypad(false)} />}
    </>
  );
}
