import { useTranslations } from 'next-intl';
import type { DeskCall } from '@/lib/caller-card/types';
import { useDesk } from '../softphone/desk-context';
import { OpenInDialer } from '../softphone/open-in-dialer';
import { Chip } from '../ui/chip';
import { ClassChip } from '../ui/class-icon';
import { PhoneNumberText } from '../ui/phone-number-text';
import { CallTimer } from './call-timer';
import { type Caller, classOf } from './caller';
import { CallerTitle } from './caller-head';

/** Who it is, and how long it has gone on. */
export function CurrentCallHead({ call, caller }: { call: DeskCall; caller: Caller }) {
  const t = useTranslations('callerCard');
  const { state } = useDesk();
  const personClass = state.cardFacts.includes('class') ? classOf(caller) : null;
  const hasNumberBelow = caller.kind !== 'unknown' && !call.number.isWithheld;

  return (
    <>
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere line-clamp-1 font-bold text-base lg:line-clamp-3">
            <CallerTitle call={call} caller={caller} />
          </p>
          <p className="flex items-center gap-1">
            {hasNumberBelow && <PhoneNumberText display={call.number.display} className="text-muted" />}
            <OpenInDialer number={call.number.display} />
          </p>
        </div>
        <CallTimer since={call.answeredAt ?? call.startedAt} className="text-xl" />
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <span className="font-semibold text-2xs tracking-wide">{t(`direction.${call.direction}`)}</span>
        {personClass && <ClassChip of={personClass} />}
        {caller.kind === 'potential' && <Chip>{t('potential')}</Chip>}
      </p>
    </>
  );
}
