import { ArrowRight, MapPin, Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CallOperator, CardCustomer, DeskCall } from '@/lib/caller-card/types';
import { newDeliveryPath } from '../softphone/destination-path';
import { OpenInDialer } from '../softphone/open-in-dialer';
import { PhoneNumberText } from '../ui/phone-number-text';
import { type Caller, callerOf } from './caller';
import { CallerHead, CallerName } from './caller-head';
import { CallerNote } from './caller-note';
import { DriverStops } from './driver-stops';
import { FoundCustomers } from './found-customers';
import { FoundDeliveries, LeftDrafts } from './found-deliveries';

/** Everything known of the other side, in the order of S1.3–S1.13. A problem customer's note comes before all of it. */
export function CallerFacts({ call, operator }: { call: DeskCall; operator: CallOperator | null }) {
  const t = useTranslations('callerCard');
  const caller = callerOf(call);
  const isProblem = caller.kind === 'customer' && caller.customer.class === 'problem';

  return (
    <section aria-label={t('caller')} className="flex flex-col gap-3">
      {isProblem && <CallerNote customer={caller.customer} />}
      <CallerHead call={call} caller={caller} />
      <CallerName caller={caller} />
      <CallerFindings call={call} caller={caller} isNoteShown={isProblem} />
      <div className="flex flex-col gap-1">
        <CallerPlace caller={caller} />
        {caller.kind !== 'withheld' && caller.kind !== 'unknown' && (
          <Fact icon={<Phone aria-hidden="true" />}>
            <PhoneNumberText display={call.number.display} className="font-semibold text-base" />
            <OpenInDialer number={call.number.display} />
          </Fact>
        )}
        <Operator operator={operator} />
      </div>
    </section>
  );
}

type CallerFindingsProps = {
  call: DeskCall;
  caller: Caller;
  isNoteShown: boolean;
  /** The call was answered: of several customers one can be taken, for the question may have been closed (S0.14), and a driver's can be called (S0.20). */
  isUp?: boolean;
};

/** Note, customers, a driver's deliveries, the caller's own, and drafts. */
export function CallerFindings({ call, caller, isNoteShown, isUp = false }: CallerFindingsProps) {
  const pathOf = ({ id }: CardCustomer) => newDeliveryPath({ phone: call.number.e164, customerId: id, callId: call.callId });

  return (
    <>
      {caller.kind === 'customer' && !isNoteShown && <CallerNote customer={caller.customer} />}
      {caller.kind === 'several' && (
        <FoundCustomers customers={caller.customers} more={caller.more} pathOf={isUp ? pathOf : undefined} />
      )}
      {caller.kind === 'driver' && <DriverStops driver={caller.driver} canCall={isUp} />}
      <FoundDeliveries card={call.card} callId={call.callId} />
      <LeftDrafts card={call.card} callId={call.callId} />
    </>
  );
}

export function CallerPlace({ caller }: { caller: Caller }) {
  if (caller.kind !== 'customer') return null;
  const place = [caller.customer.city, caller.customer.country].filter(Boolean).join(', ');
  if (!place) return null;

  return (
    <Fact icon={<MapPin aria-hidden="true" />}>
      <bdi>{place}</bdi>
    </Fact>
  );
}

/** Extension and, at once after it, the name (S1.11). */
export function Operator({ operator }: { operator: CallOperator | null }) {
  if (!operator) return null;

  return (
    <Fact icon={<ArrowRight aria-hidden="true" />}>
      <span className="num font-medium">{operator.extension}</span> <bdi>{operator.name}</bdi>
    </Fact>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-start gap-1.5">
      <span className="flex h-6 items-center text-subtle [&>svg]:size-3.5">{icon}</span>
      <span className="wrap-anywhere min-w-0 leading-6">{children}</span>
    </p>
  );
}
