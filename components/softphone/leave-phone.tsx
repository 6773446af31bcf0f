'use client';

import { useEffect } from 'react';
import { leavePhoneOfTab } from './sip-desk-store';

/**
 * Draws nothing. On a page for nobody in particular: who signs out, or is signed out, may come to it without a reload, and a desk that
 * went away does not end its calls by itself.
 */
export function LeavePhone() {
  useEffect(leavePhoneOfTab, []);
  return null;
}
