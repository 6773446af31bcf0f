import type { PhoneStatus } from '../users/types.ts';
import type { PhoneAct } from './schema.ts';

/** What is asked of a phone at the server, and what one in the browser does by itself alone. */
export type PhoneDeed = PhoneAct['act'] | 'pause';
export type PhoneAbilities = Readonly<Record<PhoneDeed, boolean>>;

const EVERYTHING: PhoneAbilities = {
  answer: true,
  reject: true,
  hangUp: true,
  pause: true,
  hold: true,
  sendDigit: true,
  dial: true,
  transfer: true,
  consult: true,
  completeTransfer: true,
  resume: true,
};

const NOTHING: PhoneAbilities = {
  answer: false,
  reject: false,
  hangUp: false,
  pause: false,
  hold: false,
  sendDigit: false,
  dial: false,
  transfer: false,
  consult: false,
  completeTransfer: false,
  resume: false,
};

/** A PBX rings a desk phone, brings calls to it and takes them off its line. It presses none of its keys, and has not its microphone. */
const DESK_PHONE: PhoneAbilities = { ...NOTHING, dial: true, hangUp: true, resume: true };

/**
 * What the desk can do at a phone; the rest is done at the phone itself. One in this browser does everything, whatever the server
 * says of its user by now. Of no phone nothing is ruled out: why nothing works is then for its connection to say.
 */
export function whatPhoneCan({ phone, sip }: { phone: PhoneStatus | null; sip: object | null }): PhoneAbilities {
  if (sip || !phone) return EVERYTHING;
  switch (phone.kind) {
    case 'none':
    case 'practice':
    case 'sip':
      return EVERYTHING;
    case 'desk_phone':
      return phone.takesNoOrders ? NOTHING : DESK_PHONE;
    case 'application':
      return NOTHING;
  }
}
