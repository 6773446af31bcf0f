'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { CustomerFacts } from '@/lib/customers/types';
import type { DeliveryView } from '@/lib/deliveries/delivery-queries';
import { isEditable } from '@/lib/deliveries/policy';
import type { DeliveryPhone } from '@/lib/deliveries/types';
import type { AssignableDriver } from '@/lib/drivers/assignable';
import type { PointOfSaleLoad } from '@/lib/points-of-sale/types';
import { useDesk } from '../../softphone/desk-context';
import { CardMenu } from './card-menu';
import { Colleagues } from './colleagues';
import { ConflictPanel } from './conflict-panel';
import { DeliveryFoot } from './delivery-foot';
import { DeliveryHead } from './delivery-head';
import { DeliveryNotice } from './delivery-notice';
import { DeliverySteps } from './delivery-steps';
import { EditorProvider } from './editor-context';
import { ProblemForm } from './problem-form';
import { StatusActs } from './status-acts';
import { focusStep } from './step-focus';
import { Stepper } from './stepper';
import { type Opening, useDraftKeeper } from './use-draft-keeper';
import { useFirstFocus } from './use-first-focus';
import { useLacks } from './use-lacks';
import { useLiveDelivery } from './use-live-delivery';
import { usePlace } from './use-place';
import { usePoints } from './use-points';
import { usePresence } from './use-presence';
import { useReturn } from './use-return';
import { useSendElsewhere } from './use-send-elsewhere';
import { useSending } from './use-sending';
import { useStepKeys } from './use-step-keys';

export type DeliveryEditorProps = {
  opening: Opening;
  callId: string | null;
  /** Whether the number came with a call: then the order is what comes next. */
  isFromCall: boolean;
  isAllowed: boolean;
  view: DeliveryView | null;
  customer: CustomerFacts | null;
  startPhone: DeliveryPhone;
  points: PointOfSaleLoad[];
  drivers: AssignableDriver[];
  /** Of the organisation's calendar. */
  today: string;
  notice: 'customerUnknown' | null;
};

/** One delivery in an operator's hands, saved as it is written. */
export function DeliveryEditor(props: DeliveryEditorProps) {
  const { opening, isAllowed } = props;
  const { me } = useDesk();
  const keeper = useDraftKeeper(opening, props.callId, me.id);
  const [isChecked, setChecked] = useState(false);
  const [isReporting, setReporting] = useState(false);
  const { saved, view, refresh } = useLiveDelivery(keeper, props.view);
  const points = usePoints(props.points);
  const pointNames = useMemo(() => Object.fromEntries(points.map(({ id, name }) => [id, name])), [points]);
  const timeField = useRef<HTMLInputElement>(null);
  const { lacks, lookAgain } = useLacks(keeper);
  const beforeSending = useRef<(() => Promise<boolean>) | null>(null);
  const onCheck = () => setChecked(true);
  const { send, isSending } = useSending({ keeper, points, lacks, lookAgain, timeField, beforeSending, onCheck });
  const isReadOnly = !isAllowed || (saved !== null && !isEditable(saved.status));
  const suggestedAt = opening.deliveryId === null ? opening.start.wantedAt : null;
  const editor = useMemo(
    () => ({ keeper, isReadOnly, isChecked, beforeSending, points, lacks, suggestedAt, refresh }),
    [keeper, isReadOnly, isChecked, points, lacks, suggestedAt, refresh],
  );

  const card = useRef<HTMLDivElement>(null);
  const place = usePlace(card);
  const colleagues = usePresence(saved ? keeper.id() : null, place);
  const onEnter = useStepKeys(card);
  const { pointField, sendElsewhere } = useSendElsewhere(keeper, points);
  const isReturning = useReturn(opening);
  useFirstFocus(card, isReturning || isReadOnly ? null : firstStep(props));

  // From its first save on the delivery has an address of its own, and a reload finds it there.
  useEffect(() => {
    if (saved && window.location.pathname === '/deliveries/new')
      window.history.replaceState(null, '', `/deliveries/${keeper.id()}`);
  }, [saved, keeper]);

  if (isReturning) return null;
  return (
    <EditorProvider value={editor}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Enter from the fields within */}
      <div ref={card} onKeyDown={onEnter} className="@container flex min-h-full flex-col">
        <DeliveryHead
          acts={
            <>
              <StatusActs isAllowed={isAllowed} />
              <CardMenu onProblem={isReadOnly ? null : () => setReporting(true)} />
            </>
          }
          colleagues={<Colleagues people={colleagues} />}
          steps={<Stepper current={place} onGo={(part) => card.current && focusStep(card.current, part)} />}
        />
        <div className="flex flex-col gap-3 px-4 pb-3">
          <DeliveryNotice view={view} notice={props.notice} onSendToAnother={sendElsewhere} />
          {isReporting && <ProblemForm onClose={() => setReporting(false)} />}
          <ConflictPanel pointNames={pointNames} />
          <DeliverySteps
            customer={props.customer}
            startPhone={props.startPhone}
            today={props.today}
            timeField={timeField}
            pointField={pointField}
            colleagues={colleagues}
            view={view}
            drivers={props.drivers}
          />
        </div>
        <DeliveryFoot isSending={isSending} onSend={() => void send()} />
      </div>
    </EditorProvider>
  );
}

/** A call brought the customer along; a delivery that is there gets something added; else everything begins with who it is for. */
function firstStep({ isFromCall, opening }: DeliveryEditorProps) {
  return isFromCall || opening.deliveryId !== null ? 'order' : 'client';
}
