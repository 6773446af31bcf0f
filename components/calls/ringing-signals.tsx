'use client';

import { Volume2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DeskCall } from '@/lib/caller-card/types';
import { useDesk } from '../softphone/desk-context';
import { useBlinkingTitle } from '../softphone/use-blinking-title';
import { useRing } from '../softphone/use-ring';
import { Button } from '../ui/button';
import { callerOf, classOf, nameOf } from './caller';

/** Makes a ringing call heard, seen in the tab's title, and told to screen readers once. */
export function RingingSignals() {
  const t = useTranslations('phone');
  const { ringing, current } = useDesk();
  const describe = useCallerInWords();
  const [first] = ringing;

  useBlinkingTitle(first ? t('ringingTitle', { name: describe(first).name }) : null);
  const { isBlocked, turnOn } = useRing(first ? (current.length > 0 ? 'second-call' : 'call') : null);

  return (
    <>
      <div aria-live="polite" className="sr-only">
        {ringing.map((call) => (
          <p key={call.callId}>{t('announcement', describe(call))}</p>
        ))}
      </div>
      {isBlocked && (
        <div className="border-border border-b bg-surface px-4 py-2">
          <Button size="sm" icon={<Volume2 aria-hidden="true" />} onClick={turnOn}>
            {t('turnOnSound')}
          </Button>
        </div>
      )}
    </>
  );
}

function useCallerInWords() {
  const cards = useTranslations('callerCard');
  const classes = useTranslations('personClass');

  return (call: DeskCall) => {
    const caller = callerOf(call);
    const personClass = classOf(caller);
    const unnamed = call.number.isWithheld ? cards('withheld') : call.number.display;
    return { name: nameOf(caller) ?? unnamed, personClass: personClass ? classes(personClass) : '' };
  };
}
