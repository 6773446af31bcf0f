import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CardSettings } from '@/components/admin/calls/card-settings';
import { MissedCallSettings } from '@/components/admin/calls/missed-call-settings';
import { TagSettings } from '@/components/admin/calls/tag-settings';
import { LinkTabs } from '@/components/ui/link-tabs';
import { pageUser } from '@/lib/auth/session';
import { readCardFacts } from '@/lib/caller-card/settings-queries';
import { now } from '@/lib/clock';
import { readSettingsWithLines } from '@/lib/missed-calls/settings-store';
import { countTags } from '@/lib/tags/queries';

const TABS = ['card', 'missed', 'tags'] as const;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('callSettings') };
}

/** The global settings of calls (contract.md, S2.23). */
export default async function CallSettingsPage({ searchParams }: Props) {
  await pageUser('call-settings:edit');
  const { tab } = await searchParams;
  const open = TABS.find((each) => each === tab) ?? 'card';
  const t = await getTranslations('admin');

  return (
    <LinkTabs
      label={t('callSettings')}
      open={open}
      tabs={[
        { id: 'card', label: t('callerCard'), href: '/admin/calls' },
        { id: 'missed', label: t('missedCalls'), href: '/admin/calls?tab=missed' },
        { id: 'tags', label: t('tags'), href: '/admin/calls?tab=tags' },
      ]}
    >
      {open === 'missed' && <MissedCallSettings stored={await readSettingsWithLines()} />}
      {open === 'tags' && <TagSettings tags={await countTags()} />}
      {open === 'card' && <CardSettings stored={await readCardFacts()} today={now().toISOString()} />}
    </LinkTabs>
  );
}
