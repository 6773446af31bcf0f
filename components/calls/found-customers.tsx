import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CardCustomer, DeskCall } from '@/lib/caller-card/types';
import { whyFirst } from '@/lib/caller-card/why-first';
import { chooseFor } from '../softphone/chosen-customers';
import { useDesk } from '../softphone/desk-context';
import { newDeliveryPath } from '../softphone/destination-path';
import { WhyFirst } from '../softphone/why-first';
import { ClassIcon } from '../ui/class-icon';

type FoundCustomersProps = {
  customers: CardCustomer[];
  more: number;
  call: Pick<DeskCall, 'callId' | 'number'>;
  /** A name begins their delivery; else the names are only read. */
  canChoose: boolean;
};

/** Several customers with one number (S0.4): a few by name, the rest as a count. */
export function FoundCustomers({ customers, more, call, canChoose }: FoundCustomersProps) {
  const t = useTranslations('callerCard');
  const { me } = useDesk();
  const { e164 } = call.number;

  return (
    <ul aria-label={t('customers')} className="flex flex-col gap-1 rounded-md border border-border px-2.5 py-2">
      {customers.map((customer, index) => (
        <li key={customer.id} className="flex items-start gap-1.5">
          <span className="flex h-5 items-center">
            <ClassIcon of={customer.class} />
          </span>
          <span className="wrap-anywhere min-w-0">
            {canChoose && e164 ? (
              <Link
                href={newDeliveryPath({ phone: e164, customerId: customer.id, callId: call.callId })}
                className="font-medium text-accent-text hover:underline"
                onClick={() => chooseFor(me.id, { callId: call.callId, e164, customerId: customer.id })}
              >
                <bdi>{customer.name}</bdi>
              </Link>
            ) : (
              <bdi className="font-medium">{customer.name}</bdi>
            )}
            <CustomerPlace customer={customer} />
            {index === 0 && <WhyFirst reason={whyFirst(customer)} />}
          </span>
        </li>
      ))}
      {more > 0 && <li className="text-muted text-xs">{t('more', { count: more })}</li>}
    </ul>
  );
}

function CustomerPlace({ customer }: { customer: CardCustomer }) {
  const place = [customer.company, customer.city].filter(Boolean).join(', ');
  return place ? <bdi className="ms-1.5 text-muted">{place}</bdi> : null;
}
