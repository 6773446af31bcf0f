import { useTranslations } from 'next-intl';
import type { ListedDelivery } from '@/lib/deliveries/list';

/** What somebody has to look after: a problem with its reason, and changes that the point of sale does not have. */
export function RowFlags({ row: { problemReason, hasUnsent }, start = '' }: { row: ListedDelivery; start?: string }) {
  const t = useTranslations('deliveries');
  if (problemReason === null && !hasUnsent) return null;

  return (
    <>
      {start}
      {problemReason !== null && (
        <span className="text-problem" title={problemReason}>
          {t('problem')}
          <span className="sr-only">: {problemReason}</span>
        </span>
      )}
      {problemReason !== null && hasUnsent && ' · '}
      {hasUnsent && <span className="text-ringing">{t('unsent')}</span>}
    </>
  );
}
