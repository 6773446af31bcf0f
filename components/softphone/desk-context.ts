'use client';

import { createContext, use } from 'react';
import type { DeskCall } from '@/lib/caller-card/types';
import type { Phone } from '@/lib/softphone/phone';
import type { PhoneState } from '@/lib/softphone/phone-state';
import type { SharedPhone } from '@/lib/softphone/sip/lead-phone';
import type { SoundQuality } from '@/lib/softphone/sip/quality';
import type { DeskSettings } from '@/lib/users/settings-queries';
import type { PhoneStatus } from '@/lib/users/types';

/** Who sits at this desk, and how they have set it up. */
export type DeskUser = {
  id: string;
  name: string;
  mayChooseNumber: boolean;
  /** Inquiries, which open interests. */
  mayRegister: boolean;
  /** As it was when the page was made: a phone of this browser starts without waiting for the live connection. */
  phone: PhoneStatus;
} & DeskSettings;

/** `cardKey` stays the same when the server's facts join a call that the phone had first. */
export type RingingCall = DeskCall & { cardKey: string };
export type CurrentCall = {
  cardKey: string;
  call: DeskCall;
  /** `elsewhere`: up at the PBX, but in no browser of mine: it can be taken up again. */
  phase: 'dialling' | 'talking' | 'held' | 'elsewhere';
  quality: SoundQuality | null;
};

/** A call that a phone of mine has. */
export type CallHere = CurrentCall & { phase: 'dialling' | 'talking' | 'held' };

export function isHere(call: CurrentCall): call is CallHere {
  return call.phase !== 'elsewhere';
}

export type Desk = {
  me: DeskUser;
  state: PhoneState;
  phone: Phone;
  /** The phone of this browser; null where the user calls with another. */
  sip: SharedPhone | null;
  /** Calls that ring at this user, the longest waiting first. */
  ringing: RingingCall[];
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
