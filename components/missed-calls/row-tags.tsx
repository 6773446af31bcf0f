import { NotebookPen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Chip } from '../ui/chip';
import type { ListedMissedCall } from './use-live-call-backs';

/** What colleagues put on a missed call: tags, and that there are notes. */
export function RowTags({ row: { tags, notes } }: { row: ListedMissedCall }) {
  const t = useTranslations('missedCalls');
  if (tags.length === 0 && notes === 0) return null;

  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <Chip key={tag.id}>
          <bdi className="max-w-28 truncate" title={tag.name}>
            {tag.name}
          </bdi>
        </Chip>
      ))}
      {notes > 0 && <Chip icon={<NotebookPen aria-hidden="true" />}>{t('notes', { count: notes })}</Chip>}
    </span>
  );
}
