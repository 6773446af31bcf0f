import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DeskCall } from '@/lib/caller-card/types';
import { useDesk } from '../softphone/desk-context';
import { PhoneNumberText } from '../ui/phone-number-text';
import { type Caller, isNamedByTitle, nameOf } from './caller';

/** The company where there is one, else the name, else the number (S1.3). */
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
    case 'potential':
      return <PotentialTitle caller={caller} />;
    case 'colleague':
      return <bdi>{caller.name}</bdi>;
  }
}

/** Who may read interests is led to theirs. */
function PotentialTitle({ caller: { name, interestId } }: { caller: Extract<Caller, { kind: 'potential' }> }) {
  const { me } = useDesk();
  return me.mayRegister ? <ProfileLink href={`/interests/${interestId}`}>{name}</ProfileLink> : <bdi>{name}</bdi>;
}

/** The card itself is the business card; the name opens the rest (S2.6). */
function ProfileLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="hover:underline">
      <bdi>{children}</bdi>
    </Link>
  );
}

/** The name, where the title is not already it, and what a company's contact person does there (S1.12). */
export function CallerName({ caller, isTitled }: { caller: Caller; isTitled: boolean }) {
  const name = nameOf(caller);
  if (!name || (isTitled && isNamedByTitle(caller))) return null;
  const position = caller.kind === 'customer' && caller.customer.contact?.position;

  return (
    <div>
      <p title={name} className="wrap-anywhere line-clamp-3 font-semibold text-md">
        <bdi>{name}</bdi>
      </p>
      {position && (
        <p className="wrap-anywhere line-clamp-2 text-muted">
          <bdi>{position}</bdi>
        </p>
      )}
    </div>
  );
}
