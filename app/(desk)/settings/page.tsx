import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AudioDevices } from '@/components/devices/audio-devices';
import { AccountChoice } from '@/components/settings/account-choice';
import { CallKeys } from '@/components/settings/call-keys';
import { IncomingAction } from '@/components/settings/incoming-action';
import { LanguageChoice } from '@/components/settings/language-choice';
import { ShowsDialer } from '@/components/settings/shows-dialer';
import { UsesSoftphone } from '@/components/settings/uses-softphone';
import { UsualNumber } from '@/components/settings/usual-number';
import { FormSection } from '@/components/ui/form-section';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { callSettings } from '@/lib/users/settings-queries';

export async function generateMetadata(): Promise<Metadata> {
  await pageUser('desk:use');
  return { title: (await getTranslations('settings'))('title') };
}

/** What one chooses for oneself. Each control saves by itself. */
export default async function SettingsPage() {
  const user = await pageUser('desk:use');
  const t = await getTranslations('settings');
  const softphone = await getTranslations('personalSettings');
  const { callsWith, incomingCallAction, accounts } = await callSettings(user.id);

  return (
    <div className="max-w-4xl px-4 pb-16">
      <h1 className="flex min-h-14 items-center font-semibold text-lg">{t('title')}</h1>
      {may(user, 'call:handle') && (
        <FormSection title={softphone('title')} hint={softphone('hint')}>
          <AccountChoice accounts={accounts} />
          <UsesSoftphone stored={callsWith} />
          <ShowsDialer />
          <IncomingAction stored={incomingCallAction} mayRegister={may(user, 'interest:edit')} />
          <UsualNumber />
        </FormSection>
      )}
      <AudioDevices />
      <FormSection title={t('keys.title')} hint={t('keys.hint')}>
        <CallKeys />
      </FormSection>
      <FormSection title={t('language.section')}>
        <LanguageChoice />
      </FormSection>
    </div>
  );
}
