'use client';

import { Phone, SlidersHorizontal, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Dialled, LastNumber } from '@/lib/dialer/types';
import { changeSettings } from '@/lib/users/settings-actions';
import { useDesk } from '../softphone/desk-context';
import { closeDialer, typeNumber, useAsked, useTyped } from '../softphone/dialer-store';
import { useCallAct } from '../softphone/use-call-act';
import { useNoCallReason } from '../softphone/use-callability';
import { Button } from '../ui/button';
import { buttonClass } from '../ui/button-class';
import { IconButton } from '../ui/icon-button';
import { DialPad } from './dial-pad';
import { LastNumbers } from './last-numbers';
import { NumberField } from './number-field';
import { PresentedNumber } from './presented-number';
import { useFaultSentence } from './use-fault-sentence';
import { useLastNumbers } from './use-last-numbers';
import { readNumber, useReading } from './use-reading';

/** `isBelowCall`: a call has the dock, which needs the room. */
export type DialerProps = { isBelowCall: boolean };

/** As large as a thumb needs where the dock is a sheet. */
const TOUCHED = 'max-lg:size-11!';

/** Dials any number, and says whose it is and which of ours is shown to them before it does (S2.3, S2.4). */
export function Dialer({ isBelowCall }: DialerProps) {
  const t = useTranslations('dialer');
  const { me, phone, current } = useDesk();
  const typed = useTyped();
  const reading = useReading(typed);
  const lastNumbers = useLastNumbers();
  const faultSentence = useFaultSentence();
  const noCallReason = useNoCallReason();
  const { act, isPending } = useCallAct();
  const [chosenLineId, setChosenLineId] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useFocusWhenAsked(field);

  const presented = me.pool.find(({ id }) => id === chosenLineId) ?? me.pool.find(({ id }) => id === me.presentsLineId);
  const lineId = me.mayChooseNumber ? presented?.id : undefined;
  const fault = reading?.kind === 'faulty' ? faultSentence(reading.fault) : null;
  const disabledReason = noCallReason ?? (typed.trim() ? fault : t('noNumber'));

  function type(next: string) {
    setRefused(false);
    typeNumber(next);
  }

  function press(digit: string) {
    type(typed + digit);
  }

  function connect() {
    // While one is being called, another Enter is the same press again.
    if (!typed.trim()) return current.length === 0 && redial(lastNumbers);
    if (disabledReason) return setRefused(fault !== null);
    void act(() => dial(reading));
  }

  /** As on any phone: the green key on an empty display brings back the last number. */
  function redial(numbers: LastNumber[] | null) {
    const last = numbers?.find(({ direction }) => direction !== 'inbound') ?? numbers?.[0];
    if (last) type(last.display);
  }

  async function dial(known: Dialled | null) {
    const read = known ?? (await readNumber(typed.trim()));
    if (read?.kind === 'faulty') {
      setRefused(true);
      return { ok: false, reason: 'numberInvalid' } as const;
    }
    // Where the server could not be asked, the phone may still be able to call.
    const answer = await phone.dial(read?.number ?? typed.trim(), { lineId });
    if (answer.ok) typeNumber('');
    if (answer.ok && lineId && lineId !== me.presentsLineId)
      void changeSettings({ setting: 'presents', lineId }).catch(() => null);
    return answer;
  }

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key === 'Escape') closeDialer();
  }

  return (
    <section aria-label={t('title')} onKeyDown={closeOnEscape} className="border-border border-b p-4 pt-3">
      <div className="flex h-8 items-center gap-1">
        <h2 className="min-w-0 flex-1 font-semibold">{t('title')}</h2>
        <Link
          href="/settings"
          aria-label={t('settings')}
          title={t('settings')}
          className={buttonClass({ intent: 'ghost', size: 'sm', isIconOnly: true, className: TOUCHED })}
        >
          <SlidersHorizontal aria-hidden="true" />
        </Link>
        <IconButton name={t('close')} size="sm" className={TOUCHED} icon={<X aria-hidden="true" />} onClick={closeDialer} />
      </div>
      <div className="mt-2 flex flex-col gap-3">
        <NumberField
          ref={field}
          typed={typed}
          reading={reading}
          fault={fault}
          isFaultShown={isRefused}
          onType={type}
          onEnter={connect}
        />
        <PresentedNumber line={presented ?? null} onChoose={setChosenLineId} />
        <Button
          size="lg"
          className="w-full max-lg:h-12"
          icon={<Phone aria-hidden="true" />}
          isPending={isPending}
          disabledReason={disabledReason}
          onClick={connect}
        >
          {t('connect')}
        </Button>
        {noCallReason && <p className="text-muted text-xs">{noCallReason}</p>}
      </div>
      {!isBelowCall && (
        <>
          <DialPad onDigit={press} />
          <LastNumbers numbers={lastNumbers} onChoose={(number) => type(number.display)} />
        </>
      )}
    </section>
  );
}

/** On a screen that hands hold the keypad is there: the keyboard of the screen would cover it. */
function useFocusWhenAsked(field: { current: HTMLInputElement | null }) {
  const asked = useAsked();

  useEffect(() => {
    if (asked > 0 && window.matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, [asked, field]);
}
