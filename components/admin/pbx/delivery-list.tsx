import { Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DeliveryRow } from '@/lib/pbx-connections/queries';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { FormSection } from '../../ui/form-section';
import { Moment } from '../../ui/moment';

/** What the PBX posted last, and what it was answered: the first place to look when calls do not come in. */
export function DeliveryList({ deliveries }: { deliveries: DeliveryRow[] }) {
  const t = useTranslations('pbx');

  return (
    <FormSection title={t('posts')} hint={t('postsHint')}>
      {deliveries.length === 0 ? (
        <div className="panel">
          <EmptyState icon={<Inbox aria-hidden="true" />} title={t('noPosts')} hint={t('noPostsHint')} />
        </div>
      ) : (
        <ul aria-label={t('posts')} className="panel divide-y divide-separator">
          {deliveries.map((delivery) => (
            <Row key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      )}
    </FormSection>
  );
}

function Row({ delivery: { at, status, bytes, webhookId, taken, fault } }: { delivery: DeliveryRow }) {
  const t = useTranslations('pbx');

  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
      <Chip tone={taken ? 'talking' : 'missed'}>{status}</Chip>
      <span className="wrap-anywhere min-w-0 flex-1 basis-40" title={webhookId ?? undefined}>
        {taken ? t('taken', taken) : (fault ?? t('refusedPost'))}
      </span>
      <span className="num text-muted text-xs">{t('bytes', { bytes })}</span>
      <Moment at={at} className="text-muted text-xs" />
    </li>
  );
}
