'use client';

import { useTranslations } from 'next-intl';
import { useDesk } from '../softphone/desk-context';
import { useLater } from '../ui/use-later';
import { useCallerInWords } from './use-caller-in-words';

const loadEffects = () => import('./dock-signals').then((module) => module.DockSignals);

/**
 * Tells screen readers once of a call that rings, and everybody until its card has come; brings what makes it heard and seen
 * elsewhere, whether or not the card comes.
 */
export function RingingSignals({ isCardThere }: { isCardThere: boolean }) {
  const t = useTranslations('phone');
  const { ringing } = useDesk();
  const describe = useCallerInWords();
  const Signals = useLater(loadEffects, ringing.length > 0);

  return (
    <>
      <div aria-live="polite" className={isCardThere ? 'sr-only' : 'px-4 font-semibold'}>
        {ringing.map((call) => (
          <p key={call.callId}>{t('announcement', describe(call))}</p>
        ))}
      </div>
      {Signals && <Signals />}
    </>
  );
}
