import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/auth/notice';
import { LinkButton } from '@/components/ui/link-button';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errors'))('notFoundTitle') };
}

/** Inside the desk, so that the phone stays where it is. */
export default async function DeskNotFound() {
  const t = await getTranslations('errors');

  return (
    <Notice title={t('notFoundTitle')} hint={t('notFoundHint')}>
      <LinkButton href="/">{t('goHome')}</LinkButton>
    </Notice>
  );
}
