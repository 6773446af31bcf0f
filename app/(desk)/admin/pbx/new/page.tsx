import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ConnectionHead } from '@/components/admin/pbx/connection-head';
import { NewConnectionForm } from '@/components/admin/pbx/new-connection-form';
import { pageUser } from '@/lib/auth/session';
import { numberCountry } from '@/lib/pbx/number-country';
import { listCountries } from '@/lib/pbx-connections/countries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pbx'))('new') };
}

export default async function NewPbxPage() {
  await pageUser('pbx:edit');
  const t = await getTranslations('pbx');

  return (
    <>
      <ConnectionHead name={t('new')} />
      <NewConnectionForm country={await numberCountry()} countries={listCountries(await getLocale())} />
    </>
  );
}
