'use client';

import { useTranslations } from 'next-intl';
import type { CardFact } from '@/lib/caller-card/facts';
import type { DeskCall } from '@/lib/caller-card/types';
import { chooseAgain } from '../softphone/chosen-customers';
import { useDesk } from '../softphone/desk-context';
import { Button } from '../ui/button';
import type { Caller } from './caller';
import { CallerFacts } from './caller-facts';
import { QuickEntry } from './quick-entry';

/** What the head of the call says already. */
const IN_HEAD: readonly CardFact[] = ['company', 'direction', 'class', 'number'];

type CurrentCallerProps = { call: DeskCall; caller: Caller; isAnotherRinging: boolean };

/**
 * Who is on the line, with everything known of them; of somebody unknown it can be taken down (S1.14). While another call rings
 * its facts are what matters; only what is being typed stays where it is.
 */
export function CurrentCaller({ call, caller, isAnotherRinging }: CurrentCallerProps) {
  const t = useTranslations('callerCard');
  const { me, state } = useDesk();
  const isUp = call.answeredAt !== null;
  const isChosen = caller.kind === 'customer' && call.card.customerCount > 1;
  const { e164, display } = call.number;
  // Who is a potential customer only may still be taken down as a customer.
  const isNobodys = caller.kind === 'unknown' || caller.kind === 'potential';
  const isEntered = isNobodys && isUp && e164 !== null;
  if (isAnotherRinging && !isEntered) return null;

  return (
    <div className="flex flex-col gap-3 border-border border-t p-4">
      {isEntered && <QuickEntry callId={call.callId} e164={e164} display={display} />}
      {!isAnotherRinging && (
        <CallerFacts
          call={call}
          caller={caller}
          facts={state.cardFacts.filter((fact) => !IN_HEAD.includes(fact))}
          operator={call.operator}
          isHeaded
          isUp={isUp}
        />
      )}
      {isChosen && (
        <Button size="sm" className="self-start" onClick={() => chooseAgain(me.id, call.callId)}>
          {t('somebodyElse')}
        </Button>
      )}
    </div>
  );
}
