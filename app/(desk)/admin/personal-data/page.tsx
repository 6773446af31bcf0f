import { UserRoundX } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PersonForm } from '@/components/admin/personal-data/person-form';
import { PersonSummary } from '@/components/admin/personal-data/person-summary';
import { EmptyState } from '@/components/ui/empty-state';
import { pageUser } from '@/lib/auth/session';
import { numberCountry } from '@/lib/pbx/number-country';
import { findPerson, footprintOf, listViews, readScope, underWay } from '@/lib/personal-data/person-queries';
import { PersonAsked } from '@/lib/personal-data/schema';
import type { PersonScope } from '@/lib/personal-data/types';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('personalData'))('title') };
}

export default async function PersonalDataPage({ searchParams }: Props) {
  await pageUser('personal-data:manage');
  const asked = PersonAsked.parse(await searchParams);
  const scope = readScope(asked, await numberCountry());
  const t = await getTranslations('personalData');

  return (
    <div className="flex max-w-4xl flex-col gap-4 px-4 pb-16">
      <div className="flex flex-col gap-1 pt-4">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <p className="max-w-prose text-muted">{t('hint')}</p>
      </div>
      <PersonForm number={asked.number ?? ''} isUnreadable={scope === 'unreadable'} />
      {scope && scope !== 'unreadable' && <Found scope={scope} />}
    </div>
  );
}

async function Found({ scope }: { scope: PersonScope }) {
  const t = await getTranslations('personalData');
  const person = await findPerson(scope);
  if (!person) return <EmptyState icon={<UserRoundX aria-hidden="true" />} title={t('nobody')} hint={t('nobodyHint')} />;

  const [footprint, busy, views] = await Promise.all([footprintOf(person), underWay(person), listViews(person)]);
  return <PersonSummary key={JSON.stringify(scope)} person={person} footprint={footprint} busy={busy} views={views} />;
}
