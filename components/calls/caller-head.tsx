import { UserRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DeskCall } from '@/lib/caller-card/types';
import { OpenInDialer } from '../softphone/open-in-dialer';
import { ClassChip } from '../ui/class-icon';
import { Moment } from '../ui/moment';
import { PhoneNumberText } from '../ui/phone-number-text';
import { type Caller, classOf, nameOf } from './caller';

/** Company, when, which way, class and photo (S1.3–S1.6, S1.13). */
export function CallerHead({ call, caller }: { call: DeskCall; caller: Caller }) {
  const t = useTranslations('callerCard');
  const personClass = classOf(caller);

  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere line-clamp-3 font-bold text-base">
          <CallerTitle call={call} caller={caller} />
          {caller.kind === 'unknown' && <OpenInDialer number={call.number.display} />}
        </p>
        <p className="text-muted">
          <Moment at={call.startedAt} />
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-2">
          <span className="font-semibold text-2xs tracking-wide">{t(`direction.${call.direction}`)}</span>
          {personClass && <ClassChip of={personClass} />}
        </p>
      </div>
      <Photo />
    </div>
  );
}

/** The company where there is one, else the name, else the number. */
export function CallerTitle({ call, caller }: { call: DeskCall; caller: Caller }): ReactNode {
  const t = useTranslations('callerCard');

  switch (caller.kind) {
    case 'withheld':
      return t('withheld');
    case 'unknown':
      return <PhoneNumberText display={call.number.display} />;
    case 'several':
      return t('several', { count: call.card.customerCount });
    case 'customer':
      return (
        <ProfileLink href={`/customers/${caller.customer.id}`}>{caller.customer.company || caller.customer.name}</ProfileLink>
      );
    case 'driver':
      return <ProfileLink href={`/drivers/${caller.driver.id}`}>{caller.name}</ProfileLink>;
    case 'colleague':
      return <bdi>{caller.name}</bdi>;
  }
}

/** The card itself is the business card; the name opens the rest (S2.6). */
function ProfileLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="hover:underline">
      <bdi>{children}</bdi>
    </Link>
  );
}

/** The name, where the title is not already it (S1.12). */
export function CallerName({ caller }: { caller: Caller }) {
  const name = nameOf(caller);
  const isTitle =
    caller.kind === 'driver' || caller.kind === 'colleague' || (caller.kind === 'customer' && !caller.customer.company);
  if (!name || isTitle) return null;

  return (
    <p title={name} className="wrap-anywhere line-clamp-3 font-semibold text-md">
      <bdi>{name}</bdi>
    </p>
  );
}

/** Photos of customers come with their own issue: until then the placeholder of S1.13 stands in their place. */
function Photo() {
  const t = useTranslations('callerCard');

  return (
    <span
      role="img"
      aria-label={t('noPhoto')}
      className="grid size-16 shrink-0 place-items-center rounded-md bg-surface-tertiary"
    >
      <UserRound aria-hidden="true" strokeWidth={1.8} className="size-8 text-muted" />
    </span>
  );
}
