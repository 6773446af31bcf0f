'use client';

import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import type { Search } from './use-search';

type SearchStateProps = { search: Search; count: number; isBlank: boolean };

/** How it stands, read out also where the eye sees it. */
export function SearchState({ search: { isAsking, hasFailed, askAgain }, count, isBlank }: SearchStateProps) {
  const t = useTranslations('search');

  if (hasFailed) {
    return (
      <div role="alert" className="flex items-center gap-3 px-4 py-3">
        <span className="flex-1">{t('failed')}</span>
        <Button size="sm" onClick={askAgain}>
          {t('tryAgain')}
        </Button>
      </div>
    );
  }

  const isFound = count > 0;
  return (
    <p role="status" className={isFound ? 'sr-only' : 'px-4 py-3 text-muted'}>
      {isBlank && !isFound && t('blank')}
      {!isBlank && isAsking && !isFound && t('searching')}
      {!isBlank && !isAsking && (isFound ? t('count', { count }) : t('nothing'))}
    </p>
  );
}
