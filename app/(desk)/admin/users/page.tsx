import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/auth/notice';
import { pageUser } from '@/lib/auth/session';

export async function generateMetadata(): Promise<Metadata> {
  await pageUser('administration:open');
  return { title: (await getTranslations('errors'))('usersTitle') };
}

export default async function UsersPage() {
  await pageUser('administration:open');
  const t = await getTranslations('errors');

  return <Notice title={t('usersTitle')} hint={`${t('comesLater')} ${t('usersHint')}`} />;
}
