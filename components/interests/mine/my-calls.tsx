'use client';

import { Phone, PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { MyCall } from '@/lib/interests/mine-queries';
import { Panel } from '../../deliveries/panel';
import { CallButton } from '../../softphone/call-button';
import { EmptyState } from '../../ui/empty-state';
import { formatDuration } from '../../ui/formats';
import { Moment } from '../../ui/moment';
import { PhoneNumberText } from '../../ui/phone-number-text';
import { useSubjectOf } from '../use-subject-of';

/** Whom I spoke with today, and about what. */
export function MyCalls({ calls }: { calls: MyCall[] }) {
  const t = useTranslations('interests.mine');

  return (
    <Panel title={t('calls')}>
      {calls.length === 0 ? (
        <EmptyState icon={<Phone aria-hidden="true" />} title={t('noCalls')} />
      ) : (
        <ul className="divide-y divide-separator">
          {calls.map((call) => (
            <Item key={call.id} call={call} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Item({ call }: { call: MyCall }) {
  const t = useTranslations('interests.mine');
  const words = useTranslations('interests');
  const { customer, colleague, interest, display } = call;
  const subjectOf = useSubjectOf();
  const number = display ? <PhoneNumberText display={display} /> : t('withheld');

  return (
    <li className="flex min-w-0 items-center gap-2.5 px-3 py-1.5">
      <DirectionIcon call={call} />
      <Moment at={call.startedAt.toISOString()} as="time" className="shrink-0 text-muted" />
      <span className="min-w-0 flex-1">
        {customer ? (
          <Link
            href={`/customers/${customer.id}`}
            prefetch={false}
            className="block truncate leading-6 hover:underline"
            title={display}
          >
            <bdi>{customer.name}</bdi>
          </Link>
        ) : (
          <span className="block truncate" title={colleague ? display : undefined}>
            {colleague ? <bdi>{colleague}</bdi> : number}
          </span>
        )}
        {interest && (
          <Link
            href={`/interests/${interest.id}`}
            prefetch={false}
            className="block truncate text-accent-text text-xs leading-6 hover:underline"
          >
            {interestInWords(interest)}
          </Link>
        )}
      </span>
      <Outcome call={call} />
      <CallButton name={words('call')} number={call.callE164} noNumberReason={words('noNumber')} intent="ghost" size="sm" />
    </li>
  );

  function interestInWords({ number: interestNumber, ledBy, ...about }: NonNullable<MyCall['interest']>): string {
    const words = { number: String(interestNumber), subject: subjectOf(about) };
    return ledBy ? t('aboutLedBy', { ...words, name: ledBy }) : t('about', words);
  }
}

function Outcome({ call }: { call: MyCall }) {
  const t = useTranslations('interests.mine');
  if (call.isMissed) return <span className="shrink-0 text-missed">{t('missed')}</span>;
  return <span className="num shrink-0 text-muted">{call.isOver ? formatDuration(call.talkSeconds) : t('running')}</span>;
}

function DirectionIcon({ call: { isMissed, direction } }: { call: MyCall }) {
  const t = useTranslations('interests.mine');
  if (isMissed) return <PhoneMissed aria-hidden="true" className="size-3.5 shrink-0 text-missed" />;
  if (direction === 'outbound')
    return <PhoneOutgoing role="img" aria-label={t('callOut')} className="size-3.5 shrink-0 text-subtle" />;
  if (direction === 'internal')
    return <Phone role="img" aria-label={t('callInternal')} className="size-3.5 shrink-0 text-subtle" />;
  return <PhoneIncoming role="img" aria-label={t('callIn')} className="size-3.5 shrink-0 text-subtle" />;
}
