'use client';

import { PhoneOff, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useDesk } from '../softphone/desk-context';
import { useCallAct } from '../softphone/use-call-act';
import { useNoCallReason } from '../softphone/use-callability';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { useCallerInWords } from './use-caller-in-words';

const KNOWN_CAUSES = ['busy', 'no_answer', 'declined', 'unreachable', 'not_found'] as const;

/** Why the call that was dialled last came to nothing, until another begins or it is put away. */
export function UnreachedCall() {
  const t = useTranslations('phone');
  const { state, phone } = useDesk();
  const disabledReason = useNoCallReason();
  const describe = useCallerInWords();
  const { act, isPending } = useCallAct();
  const [putAwayId, setPutAwayId] = useState<string | null>(null);

  const call = state.unreached;
  if (!call || call.callId === putAwayId) return null;
  const cause = KNOWN_CAUSES.find((each) => each === call.cause) ?? 'failed';
  const number = call.number.e164 ?? call.number.display;

  return (
    <div role="status" className="flex items-center gap-2 border-border border-b bg-surface-secondary px-4 py-2">
      <PhoneOff aria-hidden="true" className="size-4 shrink-0 text-subtle" />
      <p className="wrap-anywhere min-w-0 flex-1">{t(`unreached.${cause}`, { name: describe(call).name })}</p>
      <Button size="sm" isPending={isPending} disabledReason={disabledReason} onClick={() => act(() => phone.dial(number))}>
        {t('callAgain')}
      </Button>
      <IconButton name={t('putAway')} size="sm" icon={<X aria-hidden="true" />} onClick={() => setPutAwayId(call.callId)} />
    </div>
  );
}
