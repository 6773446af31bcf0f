'use client';

import { createContext, use } from 'react';
import type { DeskCall } from '@/lib/caller-card/types';
import type { Phone } from '@/lib/softphone/phone';
import type { CurrentCall, PhoneState } from '@/lib/softphone/phone-state';
import type { DeskSettings } from '@/lib/users/settings-queries';

/** Who sits at this desk, and how they have set it up. */
export type DeskUser = { id: string; name: string; mayChooseNumber: boolean } & DeskSettings;

export type Desk = {
  me: DeskUser;
  state: PhoneState;
  phone: Phone;
  /** Calls that ring at this user, the longest waiting first. */
  ringing: DeskCall[];
  /** Calls this user dials or talks on, the one with the sound on first. */
  current: CurrentCall[];
  mutedCallIds: ReadonlySet<string>;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk needs a DeskProvider above it.');
  return desk;
}
