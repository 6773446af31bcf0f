import { Download, FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button-class';
import { LinkButton } from '../ui/link-button';

type ListActsProps = {
  mayImport: boolean;
  mayExport: boolean;
  /** What the list is filtered by now: the export takes the same customers. */
  filter: { text?: string; class?: string };
};

/** Customers out of a file, and into one. */
export function ListActs({ mayImport, mayExport, filter }: ListActsProps) {
  const t = useTranslations('customerExport');
  const query = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])));

  return (
    <div className="flex gap-1">
      {mayImport && (
        <LinkButton href="/customers/import" intent="ghost" icon={<FileUp aria-hidden="true" />}>
          {t('import')}
        </LinkButton>
      )}
      {mayExport && (
        // A file, and no page of ours: the browser saves it.
        <a href={`/api/customers/export?${query}`} download className={buttonClass({ intent: 'ghost' })}>
          <Download aria-hidden="true" />
          {query.size > 0 ? t('exportShown') : t('export')}
        </a>
      )}
    </div>
  );
}
