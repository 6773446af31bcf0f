import { Paperclip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../../ui/empty-state';

/** What was kept with the customer. */
export function FilesTab() {
  const t = useTranslations('customerCard');

  return <EmptyState icon={<Paperclip aria-hidden="true" />} title={t('noFiles')} />;
}
