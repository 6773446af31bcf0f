import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/auth/notice';
import { LinkButton } from '@/components/ui/link-button';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('errors'))('notFoundTitle') };
}

export default async function NotFound() {
  const t = await getTranslations('errors');

  return (
    <main className="grid min-h-dvh place-items-center">
      <Notice title={t('notFoundTitle')} hint={t('notFoundHint')}>
        <LinkButton href="/">{t('goHome')}</LinkButton>
      </Notice>
    </main>
  );
}
