'use client';

import type { RefObject } from 'react';
import type { CustomerFacts } from '@/lib/customers/types';
import type { DeliveryView } from '@/lib/deliveries/delivery-queries';
import type { DeliveryPhone } from '@/lib/deliveries/types';
import type { AssignableDriver } from '@/lib/drivers/assignable';
import type { DeliveryPresence } from '@/lib/realtime/events';
import { AddressPanel } from './address-panel';
import { CallsPanel } from './calls-panel';
import { CheckoutPanel } from './checkout-panel';
import { CustomerProvider } from './customer-context';
import { CustomerPanel } from './customer-panel';
import { useUnsentChanges } from './delivery-head';
import { DriverPanel } from './driver-panel';
import { useContent } from './editor-context';
import { FulfilmentChoice } from './fulfilment-choice';
import { OrderPanel } from './order-panel';
import { PointOfSalePanel } from './point-of-sale-panel';
import { StepSection } from './step-section';
import { TimelinePanel } from './timeline-panel';

type DeliveryStepsProps = {
  customer: CustomerFacts | null;
  startPhone: DeliveryPhone;
  today: string;
  timeField: RefObject<HTMLInputElement | null>;
  pointField: RefObject<HTMLSelectElement | null>;
  colleagues: DeliveryPresence[];
  view: DeliveryView | null;
  drivers: AssignableDriver[];
};

/** The panels of the card: who and where at the left, what and how in the middle, and at the right whoever makes and brings it. */
export function DeliverySteps(props: DeliveryStepsProps) {
  const { colleagues, view } = props;

  return (
    <div className="grid grid-cols-1 items-start gap-3 @xl:grid-cols-[14.75rem_minmax(0,1fr)] @3xl:grid-cols-[14.75rem_minmax(0,1fr)_14rem]">
      <div className="flex min-w-0 flex-col gap-3">
        <CustomerProvider initial={props.customer}>
          <StepSection part="client" colleagues={colleagues}>
            <CustomerPanel startPhone={props.startPhone} />
          </StepSection>
          <StepSection part="address" colleagues={colleagues} className="flex flex-col gap-3">
            <FulfilmentChoice />
            <AddressPanel />
          </StepSection>
        </CustomerProvider>
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <StepSection part="order" colleagues={colleagues}>
          <OrderPanel />
        </StepSection>
        <StepSection part="checkout" colleagues={colleagues}>
          <CheckoutPanel today={props.today} timeField={props.timeField} />
        </StepSection>
      </div>
      <div className="flex min-w-0 flex-col gap-3 @xl:col-start-2 @3xl:col-start-3">
        <div data-step="checkout">
          <PointOfSalePanel field={props.pointField} />
        </div>
        {view && <SidePanels view={view} drivers={props.drivers} />}
      </div>
    </div>
  );
}

function SidePanels({ view, drivers }: { view: DeliveryView; drivers: AssignableDriver[] }) {
  const unsent = useUnsentChanges();
  const fulfilment = useContent('fulfilment');

  return (
    <>
      {(view.driver || fulfilment === 'delivery') && <DriverPanel driver={view.driver} drivers={drivers} />}
      {view.timeline.length > 0 && <TimelinePanel entries={view.timeline} hasUnsent={unsent > 0} />}
      {view.calls.length > 0 && <CallsPanel calls={view.calls} />}
    </>
  );
}
