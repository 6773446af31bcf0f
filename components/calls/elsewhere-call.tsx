'use client';

import { PhoneForwarded, PhoneOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DeskCall } from '@/lib/caller-card/types';
import { useDesk } from '../softphone/desk-context';
import { useCallAct } from '../softphone/use-call-act';
import { useWhyNot } from '../softphone/use-callability';
import { Button } from '../ui/button';
import { callerOf } from './caller';
import { CurrentCallHead } from './current-call-head';
import { StateStrip } from './state-strip';

/** A call of mine that goes on at the PBX after its browser closed or crashed: the customer is still there (R17). */
export function ElsewhereCall({ call }: { call: DeskCall }) {
  const t = useTranslations('phone');
  const { phone } = useDesk();
  const whyNot = useWhyNot();
  const { act, isPending } = useCallAct();

  return (
    <section aria-label={t('currentCall')} className="border-border border-b bg-surface">
      <StateStrip phase="elsewhere" end={call.line && <bdi>{call.line.name}</bdi>} />
      <div className="p-4">
        <CurrentCallHead call={call} caller={callerOf(call)} />
        <p className="mt-3 text-muted">{t('elsewhere')}</p>
        <Button
          intent="answer"
          size="lg"
          className="mt-3 w-full max-lg:h-12"
          icon={<PhoneForwarded aria-hidden="true" />}
          isPending={isPending}
          disabledReason={whyNot('resume')}
          onClick={() => act(() => phone.resume(call.callId))}
        >
          {t('resume')}
        </Button>
        <Button
          className="mt-2 w-full max-lg:h-12"
          icon={<PhoneOff aria-hidden="true" className="text-missed" />}
          isPending={isPending}
          onClick={() => act(() => phone.hangUp(call.callId))}
        >
          {t('hangUp')}
        </Button>
      </div>
    </section>
  );
}
