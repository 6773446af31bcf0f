'use client';

import { Phone, PhoneOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { DeskCall } from '@/lib/caller-card/types';
import { useDesk } from '../softphone/desk-context';
import { useCallAct } from '../softphone/use-call-act';
import { usePhoneCan, useWhyNot } from '../softphone/use-callability';
import { useEndKey } from '../softphone/use-end-key';
import { useIsHandedOver } from '../softphone/use-is-handed-over';
import { Button } from '../ui/button';
import { CallTimer } from './call-timer';
import { callerOf } from './caller';
import { CallerFacts } from './caller-facts';
import { StateStrip } from './state-strip';

/**
 * One call that rings here. Only facts take it away: an answer, a rejection, the caller's end. It never takes the focus.
 * `hasKeys`: the keys that answer and reject mean this one.
 */
export function RingingCard({ call, hasKeys }: { call: DeskCall; hasKeys: boolean }) {
  const t = useTranslations('phone');
  const { phone, me, state } = useDesk();
  const whyNot = useWhyNot();
  const can = usePhoneCan();
  const endKey = useEndKey();
  const isHandedOver = useIsHandedOver();
  const answering = useCallAct();
  const rejecting = useCallAct();

  const mine = call.ringing.find((operator) => operator.userId === me.id) ?? null;

  const card = useRef<HTMLElement>(null);
  useEffect(() => showInDock(card.current), []);

  return (
    <section ref={card} aria-label={t('incomingCall')} className="border-border border-b bg-surface">
      <StateStrip phase="ringing" timer={<CallTimer since={call.startedAt} />} end={call.line && <bdi>{call.line.name}</bdi>} />
      <div className="px-4 pt-4">
        <CallerFacts call={call} caller={callerOf(call)} facts={state.cardFacts} operator={mine} isHeaded={false} isUp={false} />
      </div>
      {isHandedOver ? (
        <p className="p-4 text-muted">{t('answeredElsewhere')}</p>
      ) : (
        <div className="sticky bottom-0 grid grid-cols-2 gap-2 bg-surface px-4 pt-3 pb-4">
          <Button
            intent="answer"
            size="lg"
            className="w-full max-lg:h-12"
            icon={<Phone aria-hidden="true" />}
            keyHint={hasKeys && can.answer ? me.keys.answer : undefined}
            isPending={answering.isPending}
            disabledReason={whyNot('answer')}
            onClick={() => answering.act(() => phone.answer(call.callId))}
          >
            {t('answer')}
          </Button>
          <Button
            size="lg"
            className="w-full max-lg:h-12"
            icon={<PhoneOff aria-hidden="true" className="text-missed" />}
            keyHint={hasKeys && can.reject && endKey !== 'hangUp' ? me.keys.hangUp : undefined}
            isPending={rejecting.isPending}
            disabledReason={whyNot('reject')}
            onClick={() => rejecting.act(() => phone.reject(call.callId))}
          >
            {t('reject')}
          </Button>
          {!can.answer && <p className="col-span-2 text-muted text-xs">{whyNot('answer')}</p>}
        </div>
      )}
    </section>
  );
}

/** Below calls that are up a new one could ring unseen. Nothing moves under a pointer that is about to press. */
function showInDock(card: HTMLElement | null): void {
  if (card && !card.parentElement?.matches(':hover')) card.scrollIntoView({ block: 'nearest' });
}
