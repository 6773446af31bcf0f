import { ChevronLeft } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { NewCustomerForm } from '@/components/customers/new-customer-form';
import { buttonClass } from '@/components/ui/button-class';
import { pageUser } from '@/lib/auth/session';
import { NewCustomerParams } from '@/lib/customers/schema';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerList'))('new') };
}

export default async function NewCustomerPage({ searchParams }: Props) {
  await pageUser('customer:edit');
  const { name = '', phone = '' } = NewCustomerParams.parse(await searchParams);
  const [t, words] = [await getTranslations('customerList'), await getTranslations('customers')];

  return (
    <div className="flex flex-col gap-3 px-4 pb-16">
      <div className="flex min-h-14 items-center gap-3 py-2">
        <Link href="/customers" aria-label={words('back')} className={buttonClass({ intent: 'ghost', isIconOnly: true })}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <h1 className="font-semibold text-lg">{t('new')}</h1>
      </div>
      <NewCustomerForm name={name} phone={phone} />
    </div>
  );
}
