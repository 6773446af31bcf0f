'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { archiveField } from '@/lib/customer-fields/actions';
import type { CustomerField } from '@/lib/customer-fields/types';
import { Button } from '../../ui/button';
import { showError } from '../../ui/show-message';
import { useFieldFaults } from './use-field-faults';

/** Those that are put away: what they say of customers is kept, and comes back with them. */
export function ArchivedFields({ fields }: { fields: CustomerField[] }) {
  const t = useTranslations('customerFields');
  const sentenceOf = useFieldFaults();
  const [isPending, startTransition] = useTransition();
  if (fields.length === 0) return null;

  function restore(fieldId: string) {
    startTransition(async () => {
      const answer = await archiveField({ fieldId, isArchived: false }).catch(() => null);
      if (!answer?.ok) showError(Object.values(sentenceOf(answer))[0] ?? t('notSaved'));
    });
  }

  return (
    <details className="max-w-4xl">
      <summary className="cursor-(--cursor-interactive) text-muted">{t('archivedFields', { count: fields.length })}</summary>
      <ul aria-label={t('archivedTitle')} className="panel mt-2 flex flex-col gap-1 px-3 py-2">
        {fields.map(({ id, label, kind }) => (
          <li key={id} className="flex min-h-8 items-center gap-3">
            <bdi className="wrap-anywhere min-w-0 flex-1">{label}</bdi>
            <span className="text-muted">{t(`kinds.${kind}`)}</span>
            <Button size="sm" isPending={isPending} aria-label={t('restore', { field: label })} onClick={() => restore(id)}>
              {t('restoreShort')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
