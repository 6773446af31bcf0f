import type { DeliveryStatus } from './status.ts';
import type { Fulfilment } from './types.ts';

//              accept            startCooking        markReady          handOver            markDelivered
//   sent ───────────────> accepted ────────> cooking ────────> ready ────────> on_the_way ────────> delivered
//    │ ^                       │                  │                 │  handOver of a pick-up              ^
//    │ └─ send again, perhaps  │                  │                 └─────────────────────────────────────┘
//    v    to another one       │ moved: sent to another point of sale, where it waits again
//  rejected <─ reject ─────────┘──────────────────┘
//
//  stepBack undoes the last step within a quarter of an hour, while no other followed: a finger that slipped on a tablet.
//  cancel (lib/deliveries/cancel.ts) ends everything but delivered. A draft becomes sent by sending (send.ts).
//  `problem` is a flag beside the status: something is wrong, and somebody said what.

/** What a point of sale, or the desk, can do to a delivery that was sent. */
export const DELIVERY_ACTS = [
  'accept',
  'reject',
  'startCooking',
  'markReady',
  'handOver',
  'markDelivered',
  'stepBack',
  'acknowledge',
  'reportProblem',
  'solveProblem',
] as const;
export type DeliveryAct = (typeof DELIVERY_ACTS)[number];

/** Who acts: the operators' desk, the board of the point of sale, or its own till. */
export type Side = 'desk' | 'board' | 'till';

/** The kitchen's own steps; the desk sees them and does what happens after the kitchen. */
const OF_THE_KITCHEN: readonly DeliveryAct[] = ['accept', 'reject', 'startCooking', 'markReady', 'acknowledge'];

export function isAllowedTo(side: Side, act: DeliveryAct): boolean {
  return side !== 'desk' || !OF_THE_KITCHEN.includes(act);
}

type Stepping = { status: DeliveryStatus; fulfilment: Fulfilment };

/** What an act makes of a status: `done` where it is so already (a button pressed twice), `impossible` from there. */
export type Step = { kind: 'step'; to: DeliveryStatus } | { kind: 'done' } | { kind: 'impossible' };

const STEPS: Partial<Record<DeliveryAct, { from: readonly DeliveryStatus[]; to: DeliveryStatus }>> = {
  accept: { from: ['sent'], to: 'accepted' },
  // A kitchen that finds out late that it cannot says so too; what is on its way is nobody's to reject.
  reject: { from: ['sent', 'accepted', 'cooking'], to: 'rejected' },
  startCooking: { from: ['accepted'], to: 'cooking' },
  markReady: { from: ['accepted', 'cooking'], to: 'ready' },
  markDelivered: { from: ['ready', 'on_the_way'], to: 'delivered' },
};

/** The status that an act leads to (S0.16a). Flags (`acknowledge`, `reportProblem`, `solveProblem`) and `stepBack` are not steps forward. */
export function nextStatus(act: DeliveryAct, { status, fulfilment }: Stepping): Step {
  const step = act === 'handOver' ? handOverOf(fulfilment) : STEPS[act];
  if (!step) return { kind: 'impossible' };
  if (step.to === status) return { kind: 'done' };
  return step.from.includes(status) ? { kind: 'step', to: step.to } : { kind: 'impossible' };
}

/** A pick-up that is handed over is delivered. */
function handOverOf(fulfilment: Fulfilment): { from: readonly DeliveryStatus[]; to: DeliveryStatus } {
  return { from: ['ready'], to: fulfilment === 'pick_up' ? 'delivered' : 'on_the_way' };
}

/** Steps forward that a point of sale can take from here, in the order of its buttons. */
export function stepsFrom(delivery: Stepping): DeliveryAct[] {
  return DELIVERY_ACTS.filter((act) => nextStatus(act, delivery).kind === 'step');
}

/** The status before a step of the board, for undoing it; null where there is nothing to undo. */
export function statusBefore({ status, fulfilment }: Stepping): DeliveryStatus | null {
  switch (status) {
    case 'accepted':
      return 'sent';
    case 'cooking':
      return 'accepted';
    case 'ready':
      return 'cooking';
    case 'on_the_way':
      return 'ready';
    case 'delivered':
      return fulfilment === 'pick_up' ? 'ready' : 'on_the_way';
    case 'rejected':
      return 'sent';
    case 'draft':
    case 'sent':
    case 'cancelled':
      return null;
  }
}
