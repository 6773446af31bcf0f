/** Of a call, of a customer's card, or of neither. `isByItself`: nobody pressed anything, so it takes nothing from under the fingers. */
export type OpenedInquiry = { callId: string | null; customerId: string | null; isByItself: boolean };

export type OpenedInquiries = { opened: OpenedInquiry | null; waiting: OpenedInquiry[] };

/**
 * The wizard of one inquiry at a time. One that opens by itself waits for the one that is open: somebody is writing there. One that
 * is opened by hand takes its place, and waits no more: what was registered in it would open a second time.
 */
export function withOpened({ opened, waiting }: OpenedInquiries, inquiry: OpenedInquiry): OpenedInquiries {
  if (opened && inquiry.isByItself) {
    return { opened, waiting: isSame(opened, inquiry) ? waiting : [...without(waiting, inquiry), inquiry] };
  }
  return { opened: inquiry, waiting: without(waiting, inquiry) };
}

/** Only that one: what was opened since, as while its registration was on its way, stays. */
export function withClosed({ opened, waiting }: OpenedInquiries, inquiry: OpenedInquiry): OpenedInquiries {
  const [next = null, ...others] = without(waiting, inquiry);
  if (!opened || isSame(opened, inquiry)) return { opened: next, waiting: others };
  return { opened, waiting: without(waiting, inquiry) };
}

function without(inquiries: OpenedInquiry[], inquiry: OpenedInquiry): OpenedInquiry[] {
  return inquiries.filter((each) => !isSame(each, inquiry));
}

/** Of one draft: a call has one, from wherever it is opened. */
function isSame(one: OpenedInquiry, other: OpenedInquiry): boolean {
  return one.callId === other.callId && (one.callId !== null || one.customerId === other.customerId);
}
