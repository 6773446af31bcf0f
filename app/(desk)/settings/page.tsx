import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AudioDevices } from '@/components/devices/audio-devices';
import { pageUser } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  await pageUser('desk:use');
  return { title: (await getTranslations('settings'))('title') };
}

/** What one chooses for oneself. */
export default async function SettingsPage() {
  await pageUser('desk:use');
  const t = await getTranslations('settings');

  return (
    <div className="p-4">
      <h1 className="font-semibold text-lg">{t('title')}</h1>
      <AudioDevices />
    </div>
  );
}
