'use client';

import { CircleAlert, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DeliveryView } from '@/lib/deliveries/delivery-queries';
import { useEdited } from './editor-context';

type DeliveryNoticeProps = { view: DeliveryView | null; notice: 'customerUnknown' | null };

/** What one must know before touching the delivery: rejected and why, in trouble, closed, or opened by a link that was not right. */
export function DeliveryNotice({ view, notice }: DeliveryNoticeProps) {
  const t = useTranslations('delivery.notices');
  const status = useEdited(({ editing }) => editing.saved?.status ?? null);
  const reason = view?.timeline.find((entry) => entry.type === status)?.reason;

  return (
    <>
      {notice && <Line icon={<Info aria-hidden="true" />}>{t(notice)}</Line>}
      {status === 'rejected' && (
        <Line icon={<CircleAlert aria-hidden="true" />} isBad>
          <strong className="font-semibold">{reason ? t('rejectedBecause', { reason }) : t('rejected')}</strong>{' '}
          {t('sendToAnother')}
        </Line>
      )}
      {status === 'cancelled' && (
        <Line icon={<Info aria-hidden="true" />}>{reason ? t('cancelledBecause', { reason }) : t('cancelled')}</Line>
      )}
      {status === 'delivered' && <Line icon={<Info aria-hidden="true" />}>{t('delivered')}</Line>}
      {view?.problemReason && (
        <Line icon={<CircleAlert aria-hidden="true" />} isBad>
          {t('problem', { reason: view.problemReason })}
        </Line>
      )}
    </>
  );
}

function Line({ icon, isBad = false, children }: { icon: ReactNode; isBad?: boolean; children: ReactNode }) {
  const look = isBad ? 'bg-missed-soft text-missed' : 'bg-surface-tertiary';

  return (
    <p className={`wrap-anywhere flex gap-2 rounded-lg px-3 py-2 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 ${look}`}>
      {icon}
      <span>{children}</span>
    </p>
  );
}
