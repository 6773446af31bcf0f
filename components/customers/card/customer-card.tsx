import { ChevronLeft, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CustomerCard as Facts } from '@/lib/customers/card-queries';
import type { CustomerTab } from '@/lib/customers/card-tab';
import { PhotoEditor } from '../../files/photo-editor';
import { NewInquiryButton } from '../../inquiries/new-inquiry-button';
import { OpenInDialer } from '../../softphone/open-in-dialer';
import { buttonClass } from '../../ui/button-class';
import { ClassChip } from '../../ui/class-icon';
import { LinkButton } from '../../ui/link-button';
import { PhoneNumberText } from '../../ui/phone-number-text';
import { CallOrAnswer, CustomerCalling } from '../call-or-answer';
import { CustomerNote } from '../customer-note';
import { MergeButton } from '../merge/merge-button';
import { CustomerTabs } from './customer-tabs';
import { RefreshCustomer } from './refresh-customer';

type CustomerCardProps = {
  customer: Facts;
  tab: CustomerTab;
  isEditable: boolean;
  mayTakeOrders: boolean;
  mayReadInterests: boolean;
  /** The open part. */
  children: ReactNode;
};

/** Who a customer is, and the parts of what is known of them. */
export function CustomerCard({ customer, tab, isEditable, mayTakeOrders, mayReadInterests, children }: CustomerCardProps) {
  const t = useTranslations('customers');
  const { id, details } = customer;
  const main = customer.numbers[0] ?? null;

  return (
    <div className="@container flex flex-col pb-16">
      <RefreshCustomer customerId={id} />
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2">
        <Link href="/customers" aria-label={t('back')} className={buttonClass({ intent: 'ghost', isIconOnly: true })}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <PhotoEditor customerId={id} name={details.name} photoId={customer.photoId} isEditable={isEditable} />
        <div className="flex min-w-0 flex-1 basis-60 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="wrap-anywhere min-w-0 font-semibold text-lg">
            <bdi>{details.name}</bdi>
          </h1>
          {details.company && <bdi className="wrap-anywhere min-w-0 text-muted">{details.company}</bdi>}
          <ClassChip of={details.class} />
          <CustomerCalling customerId={id} number={main} />
        </div>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          {main && (
            <span className="flex items-center gap-1">
              <PhoneNumberText display={main.display} className="font-semibold text-base" />
              <OpenInDialer number={main.display} />
            </span>
          )}
          {isEditable && <MergeButton customerId={id} />}
          <NewInquiryButton customerId={id} />
          <CallOrAnswer customerId={id} number={main} name={t('callCustomer')} />
          {mayTakeOrders && (
            <LinkButton
              intent="primary"
              href={`/deliveries/new?customer=${id}`}
              icon={<Plus aria-hidden="true" />}
              prefetch={false}
            >
              {t('newDelivery')}
            </LinkButton>
          )}
        </span>
      </div>
      {details.note && (
        <div className="px-4 pb-2">
          <CustomerNote note={details.note} isProblem={details.class === 'problem'} />
        </div>
      )}
      <CustomerTabs customerId={id} open={tab} hasInterests={mayReadInterests}>
        <div className="p-4 pt-3">{children}</div>
      </CustomerTabs>
    </div>
  );
}
