'use client';

import { useTranslations } from 'next-intl';
import { AudioProblem } from '../devices/audio-problem';
import { isHere, useDesk } from '../softphone/desk-context';
import { TurnOnSound } from '../softphone/turn-on-sound';
import { useBlinkingTitle } from '../softphone/use-blinking-title';
import { useCallNotices } from '../softphone/use-call-notices';
import { useConnectTone, useRing, useRingingTone } from '../softphone/use-ring';
import { useIsRungElsewhere, useRingTurn } from '../softphone/use-ring-turn';
import { useRingingIcon } from '../softphone/use-ringing-icon';
import { useSoundAllowed } from '../softphone/use-sound-allowed';
import { UnreachedCall } from './unreached-call';
import { useCallerInWords } from './use-caller-in-words';

/** Makes a ringing call heard, and seen in the tab's title and icon and on the desktop. Tells what is wrong with the sound. */
export function DockSignals() {
  const t = useTranslations('phone');
  const { ringing, current, sip } = useDesk();
  const describe = useCallerInWords();
  const [first] = ringing;

  useBlinkingTitle(first ? t('ringingTitle', { name: describe(first).name }) : null);
  useRingingIcon(first !== undefined);

  const isAllowed = useSoundAllowed();
  const isMyTurn = useRingTurn(isAllowed);
  const isRungElsewhere = useIsRungElsewhere(first !== undefined);
  useRing(first ? (current.length > 0 ? 'second-call' : 'call') : null, isMyTurn);
  useRingingTone(sip?.calls.some(({ phase, isSounding }) => phase === 'dialling' && !isSounding) ?? false, isMyTurn);
  useConnectTone(
    ringing.map(({ callId }) => callId),
    current.filter(isHere),
    isMyTurn,
  );

  useCallNotices(
    ringing.map((call) => {
      const { name, personClass } = describe(call);
      const number = name === call.number.display ? '' : call.number.display;
      const facts = [call.number.isWithheld ? '' : number, personClass, call.line?.name];
      return {
        callId: call.callId,
        title: name,
        body: facts.filter(Boolean).join(' · '),
        isSilent: isMyTurn || isRungElsewhere,
        isAtPhone: sip?.calls.some(({ id }) => id === call.cardKey) ?? false,
      };
    }),
  );

  return (
    <>
      <AudioProblem />
      {sip?.problem && current.length > 0 && (
        <p role="status" className="border-border border-b bg-surface-secondary px-4 py-2">
          {t(`disabled.${sip.problem}`)}
        </p>
      )}
      <UnreachedCall />
      {first && !isAllowed && !isRungElsewhere && (
        <div className="border-border border-b bg-surface px-4 py-2">
          <TurnOnSound />
        </div>
      )}
    </>
  );
}
