'use client';

import { PhoneOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { Consultation } from '@/lib/softphone/consultation';
import { CallInquiry } from '../inquiries/call-inquiry';
import { useDraft } from '../inquiries/use-draft';
import { useChosenCustomer } from '../softphone/chosen-customers';
import { type CallHere, useDesk } from '../softphone/desk-context';
import { useCallAct } from '../softphone/use-call-act';
import { useWhyNot } from '../softphone/use-callability';
import { useEndKey } from '../softphone/use-end-key';
import { useIsHandedOver } from '../softphone/use-is-handed-over';
import { ConsultationControls, UnansweredQuestion } from '../transfer/consultation-parts';
import { Button } from '../ui/button';
import { CallControls } from './call-controls';
import { CallSound } from './call-sound';
import { callerOf, namedBy } from './caller';
import { CurrentCallHead } from './current-call-head';
import { CurrentCaller } from './current-caller';
import { SoundQualityMark } from './sound-quality';
import { StateStrip } from './state-strip';

type CurrentCallProps = Omit<CallHere, 'cardKey'> & {
  /** The keys that pause, hold and transfer mean this one, and that which hangs up unless it rejects another that rings. */
  hasKeys: boolean;
  isAnotherRinging: boolean;
  /** On hold beside another call while a third rings: it makes room, and waits for its buttons. */
  isAside: boolean;
  consultation: Consultation | null;
  onTransfer: () => void;
};

/** A call that is up, on hold or being dialled. While another rings its facts are what matters: those of this call wait. */
export function CurrentCall({
  call,
  phase,
  quality,
  hasKeys,
  isAnotherRinging,
  isAside,
  consultation,
  onTransfer,
}: CurrentCallProps) {
  const t = useTranslations('phone');
  const transfers = useTranslations('transfer');
  const { me, phone, sip, mutedCallIds } = useDesk();
  const whyNot = useWhyNot();
  const endKey = useEndKey();
  // A phone of this browser hangs up by itself, whoever cannot be reached.
  const disabledReason = sip ? null : whyNot('hangUp');
  const isHandedOver = useIsHandedOver();
  const { act, isPending } = useCallAct();
  const { content, interests, keeper } = useDraft(call.callId);
  // A phone of this browser has the call before the server knows whose it is: then its draft is asked for again.
  useEffect(() => keeper.load(), [keeper, call.operator?.userId]);
  // Whom one chose here, else whom a colleague did who had the call before (S3.16).
  const chosenId = useChosenCustomer(call.callId) ?? (content.customerId || null);
  const caller = namedBy(interests, callerOf(call, chosenId));
  const isAsked = consultation?.asked.callId === call.callId;

  return (
    <section aria-label={t('currentCall')} tabIndex={-1} className="border-border border-b bg-surface outline-none">
      <StateStrip
        phase={phase}
        end={quality && phase === 'talking' ? <SoundQualityMark quality={quality} /> : call.line && <bdi>{call.line.name}</bdi>}
      />
      <div className="p-4">
        <CurrentCallHead call={call} caller={caller} />
        <UnansweredQuestion callId={call.callId} />
        {isHandedOver && <p className="mt-3 text-muted">{t('answeredElsewhere')}</p>}
        {!isHandedOver && !isAside && (
          <CallControls
            call={call}
            phase={phase}
            chosenId={chosenId}
            hasKeys={hasKeys}
            isTransferable={!isAsked}
            noTransferReason={consultation ? transfers('alreadyAsking') : null}
            onTransfer={onTransfer}
          >
            {isAsked && <ConsultationControls consultation={consultation} />}
            <Button
              intent="danger"
              size="lg"
              className="mt-3 w-full max-lg:h-12 settle"
              icon={<PhoneOff aria-hidden="true" />}
              keyHint={hasKeys && endKey !== null && (!isAnotherRinging || endKey === 'hangUp') ? me.keys.hangUp : undefined}
              isPending={isPending}
              disabledReason={disabledReason}
              onClick={() => act(() => phone.hangUp(call.callId))}
            >
              {t('hangUp')}
            </Button>
            <CallSound isMuted={mutedCallIds.has(call.callId)} isSpokenIn={hasKeys} isOnHold={phase === 'held'} />
          </CallControls>
        )}
      </div>
      {!isAnotherRinging && <CallInquiry call={call} />}
      <CurrentCaller call={call} caller={caller} isAnotherRinging={isAnotherRinging} />
    </section>
  );
}
