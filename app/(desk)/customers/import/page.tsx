import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportList } from '@/components/customers/import/import-list';
import { ImportUpload } from '@/components/customers/import/import-upload';
import { LinkButton } from '@/components/ui/link-button';
import { pageUser } from '@/lib/auth/session';
import { listImports } from '@/lib/customer-import/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerImport'))('title') };
}

export default async function ImportsPage() {
  await pageUser('customer:import');
  const [t, imports] = [await getTranslations('customerImport'), await listImports()];

  return (
    <div className="flex max-w-6xl flex-col gap-4 px-4 pb-16">
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 py-2">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <LinkButton href="/customers" intent="ghost">
          {t('toCustomers')}
        </LinkButton>
      </div>
      <ImportUpload />
      <ImportList imports={imports} />
    </div>
  );
}
