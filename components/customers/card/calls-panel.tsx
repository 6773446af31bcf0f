'use client';

import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CustomerCall } from '@/lib/customers/calls-of-customer';
import { moreCalls } from '@/lib/customers/card-actions';
import type { CallPageKey } from '@/lib/customers/card-pages';
import type { Page } from '@/lib/page';
import { Panel } from '../../deliveries/panel';
import { OpenInDialer } from '../../softphone/open-in-dialer';
import { formatDuration } from '../../ui/formats';
import { MoreButton } from '../../ui/more-button';
import { useFormats } from '../../ui/organisation';
import { useMoreRows } from '../../ui/use-more-rows';

/** Their latest calls, of those that one may see. */
export function CallsPanel({ customerId, first }: { customerId: string; first: Page<CustomerCall, CallPageKey> }) {
  const t = useTranslations('customers');
  const list = useMoreRows(first, (after) => moreCalls({ customerId, after }));
  const calls = list.rows;

  return (
    <Panel title={t('calls')}>
      {calls.length === 0 ? (
        <p className="p-3 text-muted">{t('noCalls')}</p>
      ) : (
        <ul className="flex flex-col p-3">
          {calls.map((call) => (
            <Row key={call.id} call={call} />
          ))}
        </ul>
      )}
      {list.hasMore && <MoreButton isPending={list.isPending} onClick={list.more} />}
    </Panel>
  );
}

function Row({ call }: { call: CustomerCall }) {
  const formats = useFormats();
  const { line, operator } = call;

  return (
    <li className="flex min-h-8 min-w-0 items-center gap-2">
      <CallIcon call={call} />
      <span className="num shrink-0">{formats.dateTime(call.startedAt)}</span>
      <span className="min-w-0 flex-1 truncate text-muted">
        <bdi>{line?.name}</bdi>
        {operator && (
          <>
            {line && ' · '}
            <bdi>{operator.name}</bdi>
          </>
        )}
      </span>
      <Outcome call={call} />
      <OpenInDialer number={call.direction === 'outbound' ? call.toDisplay : call.fromDisplay} />
    </li>
  );
}

function Outcome({ call }: { call: CustomerCall }) {
  const t = useTranslations('customers');
  if (call.isMissed) return <span className="text-missed">{t('missed')}</span>;
  return <span className="num text-muted">{call.phase === 'ended' ? formatDuration(call.talkSeconds) : t('now')}</span>;
}

function CallIcon({ call }: { call: CustomerCall }) {
  const t = useTranslations('customers');
  if (call.isMissed) return <PhoneMissed aria-hidden="true" className="size-3.5 shrink-0 text-missed" />;
  if (call.direction === 'outbound')
    return <PhoneOutgoing role="img" aria-label={t('callOut')} className="size-3.5 shrink-0 text-subtle" />;
  return <PhoneIncoming role="img" aria-label={t('callIn')} className="size-3.5 shrink-0 text-subtle" />;
}
