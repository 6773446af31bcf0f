import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MailSection } from '@/components/admin/messages/mail-section';
import { SmsSettingsForm } from '@/components/admin/messages/sms-settings-form';
import { SmsTest } from '@/components/admin/messages/sms-test';
import { TemplateList } from '@/components/admin/messages/template-list';
import { pageUser } from '@/lib/auth/session';
import { isMailSetUp } from '@/lib/mail/smtp';
import { listTemplates } from '@/lib/sms/queries';
import { readSmsSettings } from '@/lib/sms/settings-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('messaging'))('title') };
}

/** How SMS and e-mails leave (S2.13, S2.22). */
export default async function MessagesPage() {
  const user = await pageUser('messages:edit');
  const [t, settings, templates] = await Promise.all([getTranslations('messaging'), readSmsSettings(), listTemplates()]);

  return (
    <div className="px-4 pb-16">
      <div className="flex min-h-14 items-center">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
      </div>
      <SmsSettingsForm stored={settings} />
      {settings.provider !== 'none' && <SmsTest />}
      <TemplateList templates={templates} />
      <MailSection isSetUp={isMailSetUp()} email={user.email} />
    </div>
  );
}
