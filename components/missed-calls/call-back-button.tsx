'use client';

import { Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { type ActionResult, refused } from '@/lib/action-result';
import { beginCallBack, giveUpCallBack } from '@/lib/call-backs/actions';
import { newId } from '@/lib/new-id';
import { useDesk } from '../softphone/desk-context';
import { TelLink } from '../softphone/tel-link';
import { useCallAct } from '../softphone/use-call-act';
import { useNoCallReason } from '../softphone/use-callability';
import { useIsHandedOver } from '../softphone/use-is-handed-over';
import { IconButton } from '../ui/icon-button';

type CallBackButtonProps = { missedCallId: string; number: string | null };

/**
 * Calls a missed caller back: an attempt that the history keeps, and that holds the caller (S2.19). Where another application has the
 * calls, the number is only handed over, and no attempt is recorded (S2.9).
 */
export function CallBackButton({ missedCallId, number }: CallBackButtonProps) {
  const t = useTranslations('missedCalls');
  const { phone } = useDesk();
  const isHandedOver = useIsHandedOver();
  const noPhoneReason = useNoCallReason();
  const { act, isPending } = useCallAct();
  // Pressed again after an answer that got lost, it is the same attempt.
  const attempt = useRef<string>(null);

  async function callBack(): Promise<ActionResult<unknown>> {
    const isRepeat = attempt.current !== null;
    attempt.current ??= newId();
    const callBackId = attempt.current;
    const begun = await beginCallBack({ callBackId, missedCallId }).catch(() => refused('unavailable'));
    if (begun.ok || begun.reason !== 'unavailable') attempt.current = null;
    // The one before is over by now: this is another.
    if (!begun.ok && begun.reason === 'conflict' && isRepeat) return callBack();
    if (!begun.ok) return begun;

    const dialled = await phone.dial(begun.data.number).catch(() => refused('unavailable'));
    // Whether it got there is not known: the call says so, or the attempt ends by itself.
    if (!dialled.ok && dialled.reason !== 'unavailable') await giveUpCallBack({ callBackId }).catch(() => undefined);
    return dialled;
  }

  const icon = <Phone aria-hidden="true" className="text-accent-text" />;
  if (number && isHandedOver) {
    return <TelLink name={t('callBack')} number={number} icon={icon} intent="outline" size="sm" isIconOnly />;
  }
  return (
    <IconButton
      name={t('callBack')}
      icon={icon}
      intent="outline"
      size="sm"
      isPending={isPending}
      disabledReason={number ? noPhoneReason : t('noNumber')}
      onClick={() => void act(callBack)}
    />
  );
}
