'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '../../ui/button';
import { showError } from '../../ui/show-message';
import type { Setting, SettingActs } from './setting-list';
import { useSettingFault } from './use-setting-fault';

type ArchivedSettingsProps = { title: string; rows: Setting[]; archive: SettingActs['archive'] };

/** What is put away: the interests that have it keep it, and it can come back. */
export function ArchivedSettings({ title, rows, archive }: ArchivedSettingsProps) {
  const t = useTranslations('interestSettings');
  const faultOf = useSettingFault();
  const [isPending, startTransition] = useTransition();
  if (rows.length === 0) return null;

  function restore(id: string) {
    startTransition(async () => {
      const fault = faultOf(await archive({ id, isArchived: false }).catch(() => null));
      if (fault) showError(fault);
    });
  }

  return (
    <details>
      <summary className="cursor-(--cursor-interactive) text-muted">{t('archived', { count: rows.length })}</summary>
      <ul aria-label={title} className="panel mt-2 flex flex-col gap-1 px-3 py-2">
        {rows.map(({ id, shownName: name, uses }) => (
          <li key={id} className="flex min-h-8 items-center gap-3">
            <bdi className="wrap-anywhere min-w-0 flex-1">{name}</bdi>
            <span className="num text-muted">{uses}</span>
            <Button size="sm" isPending={isPending} aria-label={t('restore', { name })} onClick={() => restore(id)}>
              {t('restoreShort')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
