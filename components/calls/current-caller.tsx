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

/** Who is on the line, with everything known of them; of somebody unknown it can be taken down (S1.14). */
export function CurrentCaller({ call, caller }: { call: DeskCall; caller: Caller }) {
  const t = useTranslations('callerCard');
  const { state } = useDesk();
  const isUp = call.answeredAt !== null;
  const isChosen = caller.kind === 'customer' && call.card.customerCount > 1;

  return (
    <div className="flex flex-col gap-3 border-border border-t p-4">
      {caller.kind === 'unknown' && isUp && call.number.e164 && (
        <QuickEntry callId={call.callId} e164={call.number.e164} display={call.number.display} />
      )}
      <CallerFacts
        call={call}
        caller={caller}
        facts={state.cardFacts.filter((fact) => !IN_HEAD.includes(fact))}
        operator={call.operator}
        isHeaded
        isUp={isUp}
      />
      {isChosen && (
        <Button size="sm" className="self-start" onClick={() => chooseAgain(call.callId)}>
          {t('somebodyElse')}
        </Button>
      )}
    </div>
  );
}
