'use client';

import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Busy } from '@/lib/personal-data/person-queries';
import type { Footprint, Person, View } from '@/lib/personal-data/types';
import { Panel } from '../../deliveries/panel';
import { Button } from '../../ui/button';
import { buttonClass } from '../../ui/button-class';
import { EraseDialog } from './erase-dialog';
import { ErasedSummary } from './erased-summary';
import { FOOTPRINT_KINDS } from './footprint-kinds';
import { ViewList } from './view-list';

type PersonSummaryProps = { person: Person; footprint: Footprint; busy: Busy; views: View[] };

/** What is stored of a person, who looked at it, and the two acts the law knows: give it out, and erase it. */
export function PersonSummary({ person, footprint, busy, views }: PersonSummaryProps) {
  const t = useTranslations('personalData');
  const [isErasing, setErasing] = useState(false);
  const [erased, setErased] = useState<Footprint | null>(null);
  if (erased) return <ErasedSummary footprint={erased} />;

  const { scope, customers, contacts, numbers, sharedNumbers, belongsTo } = person;
  const total = FOOTPRINT_KINDS.reduce((sum, kind) => sum + footprint[kind], 0);
  const isBusy = busy.calls + busy.deliveries > 0;
  const query = new URLSearchParams(scope.kind === 'number' ? { number: scope.e164 } : { customer: scope.customerId });
  const reason = belongsTo ? t(belongsTo) : isBusy ? t('busy', busy) : null;

  return (
    <>
      <Panel title={t('stored')}>
        <div className="flex flex-col gap-4 p-4">
          {total === 0 && !belongsTo && <p>{t('nothing')}</p>}
          {customers.length > 0 && (
            <ul aria-label={t('kinds.customers')} className="flex flex-col gap-1">
              {customers.map(({ id, name, company }) => (
                <li key={id} className="flex min-w-0 flex-wrap items-center gap-x-2">
                  <Link href={`/customers/${id}`} prefetch={false} className="link min-w-0 truncate font-medium" title={name}>
                    <bdi>{name}</bdi>
                  </Link>
                  {company && <bdi className="min-w-0 truncate text-muted">{company}</bdi>}
                  {scope.kind === 'number' && customers.length > 1 && (
                    <Link
                      href={`/admin/personal-data?customer=${id}`}
                      prefetch={false}
                      className="text-accent-text text-xs underline"
                    >
                      {t('onlyThis')}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          )}
          {contacts.length > 0 && (
            <ul aria-label={t('kinds.contacts')} className="flex flex-col gap-1">
              {contacts.map(({ id, name, customerName }) => (
                <li key={id} className="truncate">
                  {t('contactOf', { name, customer: customerName })}
                </li>
              ))}
            </ul>
          )}
          {!belongsTo && (
            <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
              {FOOTPRINT_KINDS.map((kind) => (
                <div key={kind} className="flex justify-between gap-2 border-separator border-b py-1">
                  <dt className="text-muted">{t(`kinds.${kind}`)}</dt>
                  <dd className="num">{t('count', { count: footprint[kind] })}</dd>
                </div>
              ))}
            </dl>
          )}
          {customers.length > 1 && scope.kind === 'number' && (
            <p className="text-muted">{t('several', { count: customers.length })}</p>
          )}
          {sharedNumbers.length > 0 && <p className="text-muted">{t('shared', { count: sharedNumbers.length })}</p>}
          {numbers.length > 1 && <p className="text-muted">{t('alsoNumbers', { numbers: numbers.join(', ') })}</p>}
          {reason && (
            <p role="status" className="text-ringing">
              {reason}
            </p>
          )}
          {total > 0 && (
            <div className="flex flex-wrap gap-2">
              <a href={`/api/personal-data/export?${query}`} download className={buttonClass({})}>
                <Download aria-hidden="true" />
                {t('export')}
              </a>
              <Button intent="danger" disabledReason={reason} onClick={() => setErasing(true)}>
                {t('erase')}
              </Button>
            </div>
          )}
        </div>
      </Panel>
      <ViewList views={views} />
      {isErasing && <EraseDialog person={person} footprint={footprint} onClose={() => setErasing(false)} onErased={setErased} />}
    </>
  );
}
