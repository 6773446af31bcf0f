import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StageSettings } from '@/components/admin/interests/stage-settings';
import { TypeSettings } from '@/components/admin/interests/type-settings';
import { pageUser } from '@/lib/auth/session';
import { readStageSettings, readTypeSettings } from '@/lib/interest-settings/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('interestSettings'))('title') };
}

export default async function InterestSettingsPage() {
  await pageUser('interest-settings:edit');
  const [stages, types] = await Promise.all([readStageSettings(), readTypeSettings()]);
  const t = await getTranslations('interestSettings');

  return (
    <div className="flex max-w-4xl flex-col gap-6 px-4 pb-16">
      <h1 className="-mb-3 flex min-h-14 items-center font-semibold text-lg">{t('title')}</h1>
      <StageSettings stages={stages.shown} archived={stages.archived} />
      <TypeSettings types={types.shown} archived={types.archived} />
    </div>
  );
}
