'use client';

import { PhoneOff, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isSameNumber } from '@/lib/softphone/same-number';
import type { RefusalCause } from '@/lib/softphone/sip/refusal-cause';
import { useDesk } from '../softphone/desk-context';
import { useCallAct } from '../softphone/use-call-act';
import { useNoCallReason } from '../softphone/use-callability';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { useCallerInWords } from './use-caller-in-words';

const CAUSES: readonly RefusalCause[] = ['busy', 'no_answer', 'declined', 'unreachable', 'not_found'];

type Unreached = { id: string; number: string; name: string; cause: RefusalCause };

/** Of the phone of this browser its own word counts: what a PBX refuses at once, the server may never hear of. */
function useUnreached(): Unreached | null {
  const { state, sip } = useDesk();
  const describe = useCallerInWords();

  const served = state.unreached;
  const known = served && { number: served.number.e164 ?? served.number.display, name: describe(served).name };
  if (sip) {
    const { unreached } = sip;
    if (!unreached) return null;
    const isSame = known && isSameNumber(known.number, unreached.number);
    return { ...unreached, name: isSame ? known.name : unreached.number };
  }
  return served && known && { id: served.callId, ...known, cause: CAUSES.find((each) => each === served.cause) ?? 'failed' };
}

/** Why the call that was dialled last came to nothing, until another begins or it is put away. */
export function UnreachedCall() {
  const t = useTranslations('phone');
  const { phone } = useDesk();
  const disabledReason = useNoCallReason();
  const { act, isPending } = useCallAct();
  const [putAwayId, setPutAwayId] = useState<string | null>(null);

  const call = useUnreached();
  if (!call || call.id === putAwayId) return null;

  return (
    <div role="status" className="flex items-center gap-2 border-border border-b bg-surface-secondary px-4 py-2">
      <PhoneOff aria-hidden="true" className="size-4 shrink-0 text-subtle" />
      <p className="wrap-anywhere min-w-0 flex-1">{t(`unreached.${call.cause}`, { name: call.name })}</p>
      <Button size="sm" isPending={isPending} disabledReason={disabledReason} onClick={() => act(() => phone.dial(call.number))}>
        {t('callAgain')}
      </Button>
      <IconButton name={t('putAway')} size="sm" icon={<X aria-hidden="true" />} onClick={() => setPutAwayId(call.id)} />
    </div>
  );
}
