import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { CustomerFilters } from '@/components/customers/customer-filters';
import { ListActs } from '@/components/customers/list-acts';
import { LinkButton } from '@/components/ui/link-button';
import { SkeletonRows } from '@/components/ui/skeleton-rows';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { CustomerFilter } from '@/lib/customers/schema';
import { CustomerList } from './customer-list';

const SKELETON_ROWS = 12;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('title') };
}

export default async function CustomersPage({ searchParams }: Props) {
  const user = await pageUser('customer:read');
  const mayAdd = may(user, 'customer:edit');
  const filter = CustomerFilter.parse(await searchParams);
  const [t, list, words] = [
    await getTranslations('customers'),
    await getTranslations('customerList'),
    await getTranslations('shell'),
  ];

  return (
    <div className="flex flex-col gap-3 px-4 pb-16">
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 py-2">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <CustomerFilters filter={filter} />
        <span className="ms-auto flex flex-wrap items-center gap-2">
          <ListActs
            mayImport={may(user, 'customer:import')}
            mayExport={may(user, 'customer:export')}
            filter={{ text: filter.text, class: filter.class }}
          />
          {mayAdd && (
            <LinkButton href="/customers/new" intent="primary" icon={<Plus aria-hidden="true" />}>
              {list('new')}
            </LinkButton>
          )}
        </span>
      </div>
      <Suspense fallback={<SkeletonRows rows={SKELETON_ROWS} label={words('loading')} />}>
        <CustomerList filter={filter} mayAdd={mayAdd} />
      </Suspense>
    </div>
  );
}
