'use client';

import { UserPlus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { InterestCard as Facts } from '@/lib/interests/card-queries';
import { CallOrAnswer, CustomerCalling } from '../../customers/call-or-answer';
import { Panel } from '../../deliveries/panel';
import { CallButton } from '../../softphone/call-button';
import { OpenInDialer } from '../../softphone/open-in-dialer';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ClassChip } from '../../ui/class-icon';
import { PhoneNumberText } from '../../ui/phone-number-text';
import { ConvertDialog } from './convert-dialog';

/** Whose interest it is, and the number to call about it. */
export function WhomPanel({ interest, mayConvert }: { interest: Facts; mayConvert: boolean }) {
  const t = useTranslations('interestCard');
  const { customer, phone } = interest;

  return (
    <Panel title={t('whom')} aside={!customer && <Chip tone="accent">{t('potential')}</Chip>}>
      <div className="flex flex-col gap-2 p-3">
        {customer ? <Known interest={interest} customer={customer} /> : <Potential interest={interest} />}
        {phone ? (
          <span className="flex flex-wrap items-center gap-1">
            <PhoneNumberText display={phone.display} className="font-semibold" />
            <OpenInDialer number={phone.display} />
          </span>
        ) : (
          <p className="text-muted">{t('noNumber')}</p>
        )}
        <span className="flex flex-wrap items-center gap-2">
          {customer ? (
            <CallOrAnswer customerId={customer.id} number={phone} name={t('callCustomer')} />
          ) : (
            <CallButton
              name={t('callCustomer')}
              number={phone?.isCallable ? phone.e164 : null}
              noNumberReason={t('noNumber')}
              look="text"
            />
          )}
          {!customer && mayConvert && <Convert interest={interest} />}
        </span>
      </div>
    </Panel>
  );
}

function Known({ interest, customer }: { interest: Facts; customer: NonNullable<Facts['customer']> }) {
  const { contact, phone } = interest;

  return (
    <div className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link href={`/customers/${customer.id}`} className="link wrap-anywhere min-w-0 font-medium">
          <bdi>{customer.name}</bdi>
        </Link>
        {customer.company && <bdi className="wrap-anywhere min-w-0 text-muted">{customer.company}</bdi>}
        <ClassChip of={customer.class} />
        <CustomerCalling customerId={customer.id} number={phone} />
      </span>
      {contact && (
        <span className="wrap-anywhere">
          <bdi>{contact.name}</bdi>
          {contact.position && <bdi className="ms-1.5 text-muted">{contact.position}</bdi>}
        </span>
      )}
    </div>
  );
}

function Potential({ interest: { details } }: { interest: Facts }) {
  const t = useTranslations('interestCard');

  return (
    <span className="wrap-anywhere">
      {details.potentialName ? (
        <bdi className="font-medium">{details.potentialName}</bdi>
      ) : (
        <span className="text-muted">{t('unnamed')}</span>
      )}
      {details.potentialCompany && <bdi className="ms-1.5 text-muted">{details.potentialCompany}</bdi>}
    </span>
  );
}

function Convert({ interest }: { interest: Facts }) {
  const t = useTranslations('interestCard');
  const [isOpen, setOpen] = useState(false);

  return (
    <>
      <Button intent="primary" icon={<UserPlus aria-hidden="true" />} onClick={() => setOpen(true)}>
        {t('convert')}
      </Button>
      {isOpen && <ConvertDialog interest={interest} onClose={() => setOpen(false)} />}
    </>
  );
}
