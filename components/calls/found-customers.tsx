import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CardCustomer } from '@/lib/caller-card/types';
import { ClassIcon } from '../ui/class-icon';

type FoundCustomersProps = {
  customers: CardCustomer[];
  more: number;
  /** Where a name leads; without it the names are only read. */
  pathOf?: (customer: CardCustomer) => string;
};

/** Several customers with one number (S0.4): a few by name, the rest as a count. */
export function FoundCustomers({ customers, more, pathOf }: FoundCustomersProps) {
  const t = useTranslations('callerCard');

  return (
    <ul aria-label={t('customers')} className="flex flex-col gap-1 rounded-md border border-border px-2.5 py-2">
      {customers.map((customer) => (
        <li key={customer.id} className="flex items-start gap-1.5">
          <span className="flex h-5 items-center">
            <ClassIcon of={customer.class} />
          </span>
          <span className="wrap-anywhere min-w-0">
            {pathOf ? (
              <Link href={pathOf(customer)} className="font-medium text-accent-text hover:underline">
                <bdi>{customer.name}</bdi>
              </Link>
            ) : (
              <bdi className="font-medium">{customer.name}</bdi>
            )}
            <CustomerPlace customer={customer} />
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
