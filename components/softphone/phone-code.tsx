'use client';

import { startSipDesk } from '@/lib/softphone/sip/sip-desk';

/** Draws nothing: a page that is made with it names the phone's code in its head, so that the browser fetches it beside the page's own. */
export function PhoneCode() {
  return null;
}

// An import of which nothing is used is left out of the build, and with it what is named in the head.
PhoneCode.needs = startSipDesk;
