import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CardSettings } from '@/components/admin/calls/card-settings';
import { pageUser } from '@/lib/auth/session';
import { readCardFacts } from '@/lib/caller-card/settings-queries';
import { now } from '@/lib/clock';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cardSettings'))('title') };
}

/** The global settings of calls (contract.md). */
export default async function CallSettingsPage() {
  await pageUser('call-settings:edit');
  const facts = await readCardFacts();

  return <CardSettings stored={facts} today={now().toISOString()} />;
}
