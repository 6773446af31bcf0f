'use client';

import { Plus, Target } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { moreOfCustomer } from '@/lib/interests/of-customer-actions';
import type { InterestOfCustomer } from '@/lib/interests/of-customer-queries';
import type { InterestPageKey } from '@/lib/interests/of-customer-schema';
import type { Page } from '@/lib/page';
import { Panel } from '../../deliveries/panel';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { MoreButton } from '../../ui/more-button';
import { useFormats } from '../../ui/organisation';
import { useMoreRows } from '../../ui/use-more-rows';
import { StageLabel } from '../stage-label';
import { useSubjectOf } from '../use-subject-of';
import { NewInterestForm } from './new-interest-form';

type InterestsPanelProps = {
  customerId: string;
  first: Page<InterestOfCustomer, InterestPageKey>;
  serviceTypes: { id: string; name: string }[];
  isEditable: boolean;
};

/** What a customer is interested in: what is worked on first, then what was won or lost. */
export function InterestsPanel({ customerId, first, serviceTypes, isEditable }: InterestsPanelProps) {
  const t = useTranslations('interestCard.ofCustomer');
  const list = useMoreRows(first, (after) => moreOfCustomer({ customerId, after }));
  const [isAdding, setAdding] = useState(false);
  const add = (intent: 'ghost' | 'outline') =>
    isEditable &&
    !isAdding && (
      <Button size="sm" intent={intent} icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
        {t('new')}
      </Button>
    );

  return (
    <Panel title={t('title')} className="@container" aside={list.rows.length > 0 && add('ghost')}>
      {isAdding && (
        <div className="border-separator border-b p-3">
          <NewInterestForm customerId={customerId} serviceTypes={serviceTypes} onClose={() => setAdding(false)} />
        </div>
      )}
      {list.rows.length === 0 ? (
        !isAdding && (
          <EmptyState icon={<Target aria-hidden="true" />} title={t('none')} hint={t('noneHint')} action={add('outline')} />
        )
      ) : (
        <table aria-label={t('title')} className="data-table">
          <thead className="@max-[32rem]:sr-only">
            <tr>
              <th scope="col" className="num">
                {t('number')}
              </th>
              <th scope="col">{t('subject')}</th>
              <th scope="col">{t('stage')}</th>
              <th scope="col" className="hidden @min-[40rem]:table-cell">
                {t('service')}
              </th>
              <th scope="col" className="hidden @min-[32rem]:table-cell">
                {t('responsible')}
              </th>
              <th scope="col" className="hidden @min-[40rem]:table-cell">
                {t('since')}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((interest) => (
              <Row key={interest.id} interest={interest} />
            ))}
          </tbody>
        </table>
      )}
      {list.hasMore && <MoreButton isPending={list.isPending} onClick={list.more} />}
    </Panel>
  );
}

function Row({ interest }: { interest: InterestOfCustomer }) {
  const t = useTranslations('interestCard');
  const formats = useFormats();
  const subject = useSubjectOf()(interest);
  const { id, number, stage, serviceType, responsible, closedAt, createdAt } = interest;

  return (
    <tr className={closedAt ? 'text-muted' : undefined}>
      <td className="num">{number}</td>
      <td className="w-full max-w-0">
        <Link href={`/interests/${id}`} prefetch={false} title={subject} className="link block truncate font-medium">
          <bdi>{subject}</bdi>
        </Link>
      </td>
      <td>
        <StageLabel stage={stage} />
      </td>
      <td className="hidden max-w-40 truncate @min-[40rem]:table-cell">
        <bdi>{serviceType?.name}</bdi>
      </td>
      <td className="hidden max-w-40 truncate @min-[32rem]:table-cell">
        <bdi>{responsible?.name ?? t('unwritten.nobody')}</bdi>
      </td>
      <td className="num hidden whitespace-nowrap @min-[40rem]:table-cell">{formats.date(createdAt)}</td>
    </tr>
  );
}
