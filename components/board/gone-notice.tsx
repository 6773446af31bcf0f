import { Ban } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { BoardCard } from '@/lib/board/types';

/** Why nobody need cook it any more: the desk cancelled it, or another point of sale has it. */
export function GoneNotice({ gone }: { gone: NonNullable<BoardCard['gone']> }) {
  const t = useTranslations('board.gone');

  return (
    <p role="status" className="flex gap-2 rounded-md bg-missed-soft px-2 py-1.5 font-medium text-md text-missed">
      <Ban aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <bdi className="min-w-0 wrap-anywhere">
        {gone.kind === 'moved' ? t('moved', { name: gone.to }) : gone.reason ? t('cancelledBecause', gone) : t('cancelled')}
      </bdi>
    </p>
  );
}
