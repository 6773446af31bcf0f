'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { CustomerFacts } from '@/lib/customers/types';
import type { DeliveryView } from '@/lib/deliveries/delivery-queries';
import { isEditable } from '@/lib/deliveries/policy';
import type { DeliveryPhone } from '@/lib/deliveries/types';
import type { PointOfSaleLoad } from '@/lib/points-of-sale/types';
import { useDesk } from '../../softphone/desk-context';
import { AddressPanel } from './address-panel';
import { ConflictPanel } from './conflict-panel';
import { CustomerProvider } from './customer-context';
import { CustomerPanel } from './customer-panel';
import { DeliveryFoot } from './delivery-foot';
import { DeliveryHead, useUnsentChanges } from './delivery-head';
import { DeliveryNotice } from './delivery-notice';
import { EditorProvider, useContent } from './editor-context';
import { OrderPanel } from './order-panel';
import { PointOfSalePanel } from './point-of-sale-panel';
import { CallsPanel, DriverPanel, TimelinePanel } from './side-panels';
import { type Opening, useDraftKeeper } from './use-draft-keeper';
import { useLacks } from './use-lacks';
import { useLiveDelivery } from './use-live-delivery';
import { useReturn } from './use-return';
import { useSending } from './use-sending';
import { WhenPanel } from './when-panel';

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
  /** Of the organisation's calendar. */
  today: string;
  notice: 'customerUnknown' | null;
};

/** One delivery in an operator's hands, saved as it is written. */
export function DeliveryEditor(props: DeliveryEditorProps) {
  const { me } = useDesk();
  const keeper = useDraftKeeper(props.opening, props.callId, me.id);
  const [isChecked, setChecked] = useState(false);
  const { saved, view } = useLiveDelivery(keeper, props.view);
  const { points } = props;
  const pointNames = useMemo(() => Object.fromEntries(points.map(({ id, name }) => [id, name])), [points]);
  const timeField = useRef<HTMLInputElement>(null);
  const { lacks, lookAgain } = useLacks(keeper);
  const { send, isSending } = useSending({ keeper, points, lacks, lookAgain, timeField, onCheck: () => setChecked(true) });
  const isReadOnly = !props.isAllowed || (saved !== null && !isEditable(saved.status));
  const editor = useMemo(
    () => ({ keeper, isReadOnly, isChecked, points, lacks }),
    [keeper, isReadOnly, isChecked, points, lacks],
  );

  const isReturning = useReturn(props.opening);

  // From its first save on the delivery has an address of its own, and a reload finds it there.
  useEffect(() => {
    if (saved && window.location.pathname === '/deliveries/new')
      window.history.replaceState(null, '', `/deliveries/${keeper.id()}`);
  }, [saved, keeper]);

  if (isReturning) return null;
  return (
    <EditorProvider value={editor}>
      <div className="@container flex min-h-full flex-col">
        <DeliveryHead />
        <div className="flex flex-col gap-3 px-4 pb-3">
          <DeliveryNotice view={view} notice={props.notice} />
          <ConflictPanel pointNames={pointNames} />
          <div className="grid grid-cols-1 items-start gap-3 @xl:grid-cols-[14.75rem_minmax(0,1fr)] @3xl:grid-cols-[14.75rem_minmax(0,1fr)_14rem]">
            <div className="flex min-w-0 flex-col gap-3">
              <CustomerProvider initial={props.customer}>
                <CustomerPanel startPhone={props.startPhone} />
                <AddressPanel />
              </CustomerProvider>
              <WhenPanel today={props.today} timeField={timeField} />
            </div>
            <OrderPanel isFocusedFirst={props.isFromCall} />
            <div className="flex min-w-0 flex-col gap-3 @xl:col-start-2 @3xl:col-start-3">
              <PointOfSalePanel points={props.points} />
              {view && <SidePanels view={view} deliveryId={keeper.id()} />}
            </div>
          </div>
        </div>
        <DeliveryFoot isSending={isSending} onSend={() => void send()} />
      </div>
    </EditorProvider>
  );
}

function SidePanels({ view, deliveryId }: { view: DeliveryView; deliveryId: string }) {
  const unsent = useUnsentChanges();
  const fulfilment = useContent('fulfilment');

  return (
    <>
      {(view.driver || fulfilment === 'delivery') && <DriverPanel driver={view.driver} deliveryId={deliveryId} />}
      {view.timeline.length > 0 && <TimelinePanel entries={view.timeline} hasUnsent={unsent > 0} />}
      {view.calls.length > 0 && <CallsPanel calls={view.calls} />}
    </>
  );
}
