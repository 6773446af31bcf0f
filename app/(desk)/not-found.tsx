import { SearchX } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** Inside the desk, so that the phone stays where it is. */
export default async function DeskNotFound() {
  const t = await getTranslations('errors');

  return (
    <EmptyState
      icon={<SearchX aria-hidden="true" />}
      title={t('notFoundTitle')}
      hint={t('notFoundHint')}
      action={<LinkButton href="/">{t('goHome')}</LinkButton>}
    />
  );
}
