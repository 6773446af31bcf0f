import { ArrowRight, MapPin, Phone, UserRoundCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CardFact } from '@/lib/caller-card/facts';
import { OpenInDialer } from '../softphone/open-in-dialer';
import { ClassChip } from '../ui/class-icon';
import { Moment } from '../ui/moment';
import { PhoneNumberText } from '../ui/phone-number-text';
import { classOf } from './caller';
import type { CallerFactsProps } from './caller-facts';
import { CallerName, CallerTitle } from './caller-head';
import { CallerNote } from './caller-note';
import { CardNotes } from './card-notes';
import { EarlierCalls } from './earlier-calls';
import { FoundDeliveries, LeftDrafts } from './found-deliveries';
import { FoundPeople } from './found-people';
import { OwnFields } from './own-fields';

/** One of the facts of S1.3–S1.13; nothing where it is not known. The photo stands beside the others: see `blocksOf`. */
export function CallerFact({ fact, card }: { fact: CardFact; card: CallerFactsProps }): ReactNode {
  const t = useTranslations('callerCard');
  const { call, caller, operator, isUp } = card;
  const isTitled = card.isHeaded || card.facts.includes('company');
  const customer = caller.kind === 'customer' ? caller.customer : null;

  switch (fact) {
    case 'company':
      return (
        <p className="wrap-anywhere line-clamp-3 font-bold text-base">
          <CallerTitle call={call} caller={caller} />
          {caller.kind === 'unknown' && <OpenInDialer number={call.number.display} />}
        </p>
      );
    case 'time':
      return (
        <p className="text-muted">
          <Moment at={call.startedAt} />
        </p>
      );
    case 'direction':
      return <span className="font-semibold text-2xs tracking-wide">{t(`direction.${call.direction}`)}</span>;
    case 'class': {
      const personClass = classOf(caller);
      return personClass && <ClassChip of={personClass} />;
    }
    case 'photo':
      return null;
    case 'name':
      return <CallerName caller={caller} isTitled={isTitled} />;
    case 'note':
      return customer && <CallerNote customer={customer} isUp={isUp} />;
    case 'deliveries':
      return (
        <>
          <FoundPeople {...card} />
          <FoundDeliveries card={call.card} callId={call.callId} />
          <LeftDrafts card={call.card} callId={call.callId} />
        </>
      );
    case 'place': {
      const place = [customer?.city, customer?.country].filter(Boolean).join(', ');
      return place && <Fact icon={<MapPin aria-hidden="true" />}>{<bdi>{place}</bdi>}</Fact>;
    }
    case 'number':
      // Of a caller nobody knows the number is the title.
      if (call.number.isWithheld) return isTitled && caller.kind === 'withheld' ? null : t('withheld');
      if (caller.kind === 'unknown' && isTitled) return null;
      return (
        <Fact icon={<Phone aria-hidden="true" />}>
          <PhoneNumberText display={call.number.display} className="font-semibold text-base" />
          <OpenInDialer number={call.number.display} />
        </Fact>
      );
    case 'operator':
      // Extension and, at once after it, the name (S1.11).
      return (
        operator && (
          <Fact icon={<ArrowRight aria-hidden="true" />}>
            <span className="num font-medium">{operator.extension}</span> <bdi>{operator.name}</bdi>
          </Fact>
        )
      );
    case 'manager':
      return (
        customer?.managerName && (
          <Fact icon={<UserRoundCheck aria-hidden="true" />}>
            {t.rich('manager', { name: () => <bdi className="font-medium">{customer.managerName}</bdi> })}
          </Fact>
        )
      );
    case 'fields':
      return customer && <OwnFields fields={customer.fields} />;
    case 'calls':
      // While it rings nothing but the number shows of somebody unknown (S1.14).
      return (isUp || caller.kind !== 'unknown') && <EarlierCalls calls={call.card.earlierCalls} isUp={isUp} />;
    case 'notes':
      return customer && <CardNotes notes={call.card.notes} isUp={isUp} />;
  }
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-start gap-1.5">
      <span className="flex h-6 items-center text-subtle [&>svg]:size-3.5">{icon}</span>
      <span className="wrap-anywhere min-w-0 leading-6">{children}</span>
    </p>
  );
}
