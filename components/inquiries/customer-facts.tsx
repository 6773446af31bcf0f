import { StickyNote } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { InquiryCustomer } from '@/lib/inquiries/types';
import { ClassChip } from '../ui/class-icon';
import { Moment } from '../ui/moment';

/** What one should know of the customer before one writes. */
export function CustomerFacts({ customer }: { customer: InquiryCustomer }) {
  const t = useTranslations('inquiry');

  return (
    <div className="flex min-w-0 flex-col gap-3">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2">
        <dt className="text-muted">{t('class')}</dt>
        <dd>
          <ClassChip of={customer.class} />
        </dd>
        {customer.managerName && (
          <>
            <dt className="text-muted">{t('manager')}</dt>
            <dd className="wrap-anywhere">
              <bdi>{customer.managerName}</bdi>
            </dd>
          </>
        )}
        <dt className="text-muted">{t('since')}</dt>
        <dd>
          <Moment at={customer.since} as="date" />
        </dd>
      </dl>
      {customer.note && (
        <p className="flex gap-2 rounded-md bg-surface-secondary p-2.5">
          <StickyNote aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
          <bdi className="wrap-anywhere line-clamp-6 whitespace-pre-line">{customer.note}</bdi>
        </p>
      )}
      <Link href={`/customers/${customer.id}`} target="_blank" className="self-start text-accent-text hover:underline">
        {t('openCustomer')}
      </Link>
    </div>
  );
}
