'use client';

import { useTranslations } from 'next-intl';
import type { DeskCall } from '@/lib/caller-card/types';
import { callerOf, classOf, nameOf } from './caller';

/** Who rings, for where there is no card: a title, a notification, a screen reader. */
export function useCallerInWords() {
  const cards = useTranslations('callerCard');
  const classes = useTranslations('personClass');

  return (call: DeskCall) => {
    const caller = callerOf(call);
    const personClass = classOf(caller);
    const unnamed = call.number.isWithheld ? cards('withheld') : call.number.display;
    return { name: nameOf(caller) ?? unnamed, personClass: personClass ? classes(personClass) : '' };
  };
}
