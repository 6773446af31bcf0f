'use client';

import { EyeOff, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { useHide } from './use-hide';

/** What can be done with all ticked rows at once. */
export function SelectedRows({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const t = useTranslations('missedCalls');
  const { hide, isPending } = useHide();

  return (
    <section
      aria-label={t('selection')}
      className="sticky bottom-4 mx-auto my-2 flex w-fit items-center gap-2 rounded-lg bg-overlay px-3 py-2 shadow-(--overlay-shadow)"
    >
      <span aria-live="polite" className="num font-medium">
        {t('selected', { count: ids.length })}
      </span>
      <Button intent="ghost" icon={<EyeOff aria-hidden="true" />} isPending={isPending} onClick={() => hide(ids, onDone)}>
        {t('hideSelected')}
      </Button>
      <IconButton name={t('selectNone')} icon={<X aria-hidden="true" />} onClick={onDone} />
    </section>
  );
}
