'use client';

import { CircleAlert, Clock, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DeliveryView } from '@/lib/deliveries/delivery-queries';
import { Button } from '../../ui/button';
import { useEdited, useEditor } from './editor-context';
import { PromiseNotice } from './promise-notice';
import { useAct } from './use-act';

type DeliveryNoticeProps = {
  view: DeliveryView | null;
  notice: 'customerUnknown' | null;
  /** Leads to the choice of another point of sale. */
  onSendToAnother: () => void;
};

/** What one must know before touching the delivery: rejected and why, in trouble, promised for another time, closed. */
export function DeliveryNotice({ view, notice, onSendToAnother }: DeliveryNoticeProps) {
  const t = useTranslations('delivery.notices');
  const words = useTranslations('deliveryCard.rejected');
  const { isReadOnly } = useEditor();
  const status = useEdited(({ editing }) => editing.saved?.status ?? null);
  const said = view?.timeline.find((entry) => entry.type === status);
  const reason = said?.reason;
  const by = said?.pointOfSale || said?.byName;

  return (
    <>
      {notice && <Line icon={<Info aria-hidden="true" />}>{t(notice)}</Line>}
      {status === 'rejected' && (
        <Line
          icon={<CircleAlert aria-hidden="true" />}
          isBad
          action={!isReadOnly && <Button onClick={onSendToAnother}>{words('sendToAnother')}</Button>}
        >
          <strong className="font-semibold">{reason ? t('rejectedBecause', { reason }) : t('rejected')}</strong>{' '}
          {by && words('by', { name: by })} {t('sendToAnother')}
        </Line>
      )}
      {status === 'cancelled' && (
        <Line icon={<Info aria-hidden="true" />}>{reason ? t('cancelledBecause', { reason }) : t('cancelled')}</Line>
      )}
      {status === 'delivered' && <Line icon={<Info aria-hidden="true" />}>{t('delivered')}</Line>}
      {view?.problemReason && <ProblemLine reason={view.problemReason} />}
      <PromiseNotice
        show={(sentence, action) => (
          <Line icon={<Clock aria-hidden="true" />} action={action}>
            {sentence}
          </Line>
        )}
      />
    </>
  );
}

function ProblemLine({ reason }: { reason: string }) {
  const t = useTranslations('delivery.notices');
  const words = useTranslations('deliveryCard.problem');
  const { keeper, isReadOnly } = useEditor();
  const { act, isActing } = useAct();

  return (
    <Line
      icon={<CircleAlert aria-hidden="true" />}
      isBad
      action={
        !isReadOnly && (
          <Button isPending={isActing} onClick={() => void act({ act: 'solveProblem', deliveryId: keeper.id() })}>
            {words('solved')}
          </Button>
        )
      }
    >
      {t('problem', { reason })}
    </Line>
  );
}

type LineProps = { icon: ReactNode; isBad?: boolean; action?: ReactNode; children: ReactNode };

function Line({ icon, isBad = false, action, children }: LineProps) {
  const look = isBad ? 'bg-missed-soft text-missed' : 'bg-surface-tertiary';

  return (
    <div className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg px-3 py-2 ${look}`}>
      <p className="wrap-anywhere flex min-w-48 flex-1 gap-2 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
        {icon}
        <span>{children}</span>
      </p>
      {action}
    </div>
  );
}
