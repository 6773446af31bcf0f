import type { CallDirection, CallPhase, EndedBy } from '../../calls/types.ts';
import type { EndCause } from '../envelope.ts';
import type { SampleName } from './read-sample.ts';

export type ExpectedCall = {
  direction: CallDirection;
  from: string;
  to: string;
  line: string | null;
  phase: CallPhase;
  cause: EndCause;
  endedBy: EndedBy;
  isMissed: boolean;
  dialledBy: string | null;
  /** Extensions that talked, in order. */
  operators: string[];
  /** `101 blind 102` */
  transfers: string[];
  /** From the first sign of the call to the answer or the end, and from the answer to the end; whole seconds. */
  waitSeconds: number;
  talkSeconds: number;
};

const NOBODY_TALKED = {
  phase: 'ended',
  isMissed: false,
  dialledBy: null,
  operators: [],
  transfers: [],
  talkSeconds: 0,
} satisfies Partial<ExpectedCall>;

export type Expected = { calls: Record<string, ExpectedCall>; devices: string[] };

/** Read off the captures by hand, with an eye on the Cdr and Queue events that the translator does not use. */
export const EXPECTED: Record<SampleName, Expected> = {
  inbound_answered: {
    calls: {
      '1795308637.15': inbound('79161234567', '88001000001', {
        cause: 'completed',
        endedBy: 'caller',
        operators: ['101'],
        waitSeconds: 1,
        talkSeconds: 13,
      }),
    },
    devices: [],
  },
  inbound_answered_operator_hangup: {
    calls: {
      '1795308657.18': inbound('79161234568', '88001000101', {
        cause: 'completed',
        endedBy: 'operator',
        operators: ['101'],
        waitSeconds: 1,
        talkSeconds: 2,
      }),
    },
    devices: [],
  },
  answered_elsewhere: {
    calls: {
      '1795309481.0': inbound('79161234576', '88001000002', {
        cause: 'completed',
        endedBy: 'caller',
        operators: ['101'],
        waitSeconds: 1,
        talkSeconds: 3,
      }),
    },
    devices: [],
  },
  blind_transfer: {
    calls: {
      '1795308732.43': inbound('79161234572', '88001000001', {
        cause: 'completed',
        endedBy: 'operator',
        operators: ['101', '102'],
        transfers: ['101 blind 102'],
        waitSeconds: 1,
        talkSeconds: 5,
      }),
    },
    devices: [],
  },
  attended_transfer: {
    calls: {
      '1795308747.48': inbound('79161234573', '88001000001', {
        cause: 'completed',
        endedBy: 'operator',
        operators: ['101', '102'],
        transfers: ['101 attended 102'],
        waitSeconds: 2,
        talkSeconds: 12,
      }),
      '1795308751.50': placed('internal', '101', '102', {
        cause: 'completed',
        endedBy: 'operator',
        operators: ['102'],
        waitSeconds: 1,
        talkSeconds: 6,
      }),
    },
    devices: [],
  },
  inbound_missed: {
    calls: {
      '1795308667.21': inbound('79161234569', '88001000101', {
        cause: 'no_answer',
        endedBy: 'system',
        isMissed: true,
        waitSeconds: 6,
      }),
    },
    devices: [],
  },
  inbound_caller_cancel: {
    calls: {
      '1795308680.25': inbound('79161234570', '88001000101', {
        cause: 'caller_cancelled',
        endedBy: 'caller',
        isMissed: true,
        waitSeconds: 2,
      }),
    },
    devices: [],
  },
  inbound_rejected: {
    calls: {
      '1795308690.28': inbound('79161234571', '88001000101', {
        cause: 'declined',
        endedBy: 'operator',
        isMissed: true,
        waitSeconds: 1,
      }),
    },
    devices: [],
  },
  queue_abandon: {
    calls: {
      '1795308767.56': inbound('79161234574', '88001000001', {
        cause: 'caller_cancelled',
        endedBy: 'caller',
        isMissed: true,
        waitSeconds: 3,
      }),
    },
    devices: [],
  },
  operator_offline_call: {
    calls: {
      '1795309514.11': inbound('79161234578', '88001000101', {
        cause: 'unreachable',
        endedBy: 'system',
        isMissed: true,
        waitSeconds: 0,
      }),
    },
    devices: ['101 device.unregistered'],
  },
  outbound_answered: {
    calls: {
      '1795308700.32': placed('outbound', '101', '79167654321', {
        cause: 'completed',
        endedBy: 'operator',
        operators: ['101'],
        waitSeconds: 2,
        talkSeconds: 2,
      }),
    },
    devices: [],
  },
  outbound_busy: {
    calls: {
      '1795308725.39': placed('outbound', '101', '79167654323', { cause: 'busy', endedBy: 'caller', waitSeconds: 1 }),
    },
    devices: [],
  },
  outbound_no_answer: {
    calls: {
      '1795308712.35': placed('outbound', '101', '79167654322', { cause: 'no_answer', endedBy: 'system', waitSeconds: 6 }),
    },
    devices: [],
  },
  click_to_call_ari: {
    calls: {
      '1795309491.5': placed('outbound', '101', '79160001122', {
        cause: 'completed',
        endedBy: 'operator',
        operators: ['101'],
        waitSeconds: 2,
        talkSeconds: 3,
      }),
    },
    devices: [],
  },
  // The caller is put through to the same operator's phone again, as when their browser died.
  resumed: {
    calls: {
      '1795821206.0': inbound('79161234567', '88001000101', {
        cause: 'completed',
        endedBy: 'system',
        operators: ['101'],
        waitSeconds: 1,
        talkSeconds: 6,
      }),
    },
    devices: [],
  },
  register_unregister: { calls: {}, devices: ['101 device.registered', '101 device.unregistered'] },
};

type Facts = Pick<ExpectedCall, 'cause' | 'endedBy' | 'waitSeconds'> & Partial<ExpectedCall>;

function inbound(from: string, line: string, facts: Facts): ExpectedCall {
  return { ...NOBODY_TALKED, direction: 'inbound', from, to: line, line, ...facts };
}

/** Every operator of the samples presents the first hotline; between extensions no line is involved. */
function placed(direction: 'outbound' | 'internal', by: string, to: string, facts: Facts): ExpectedCall {
  const line = direction === 'outbound' ? '88001000001' : null;
  return { ...NOBODY_TALKED, direction, from: by, to, line, dialledBy: by, ...facts };
}
