export const KEYED_ACTS = ['answer', 'hangUp', 'pause', 'hold', 'transfer'] as const;
export type KeyedAct = (typeof KEYED_ACTS)[number];

/** The key of each act, written as `aria-keyshortcuts` wants it: `F2`, `Alt+Q`. */
export type CallKeys = Readonly<Record<KeyedAct, string>>;

export const DEFAULT_CALL_KEYS: CallKeys = { answer: 'F2', hangUp: 'F4', pause: 'F7', hold: 'F8', transfer: 'F9' };

/** Why a key cannot be one of these: a key under `settings.keys.faults`. */
export type KeyFault = 'types' | 'moves' | 'browser';

const SUITABLE = /^(?:F(?:[1-4]|[7-9]|10|1[3-9]|2[0-4])|Pause|ScrollLock|Alt\+[A-Z05-9])$/;
/** Of the delivery card (S0.16b). */
const STEP = /^Alt\+[1-4]$/;
const OF_THE_BROWSER = /^(?:F\d+$|(?:\w+\+)*(?:Control|Meta)\+|(?:\w+\+)+F\d+$)/;

/** Keys that write, move about the page or belong to the browser would do two things at once. */
export function whyNotKey(key: string): KeyFault | null {
  if (SUITABLE.test(key)) return null;
  if (OF_THE_BROWSER.test(key)) return 'browser';
  if (STEP.test(key)) return 'moves';
  const bare = key.replace(/^(?:Alt\+)?(?:Shift\+)?/, '');
  return [...bare].length === 1 ? 'types' : 'moves';
}

/** Which other act has the key. */
export function ownerOfKey(keys: CallKeys, key: string, except: KeyedAct): KeyedAct | null {
  return KEYED_ACTS.find((act) => act !== except && keys[act] === key) ?? null;
}

/**
 * The keys of a user who changed some of them. What cannot be read is as if it had not been changed; where two acts would have
 * one key, nothing is: better the usual keys than one that does something else.
 */
export function callKeysOf(changed: unknown): CallKeys {
  const own = typeof changed === 'object' && changed !== null ? new Map<string, unknown>(Object.entries(changed)) : new Map();
  const read = (act: KeyedAct) => {
    const key: unknown = own.get(act);
    return typeof key === 'string' && whyNotKey(key) === null ? key : DEFAULT_CALL_KEYS[act];
  };
  const keys: CallKeys = {
    answer: read('answer'),
    hangUp: read('hangUp'),
    pause: read('pause'),
    hold: read('hold'),
    transfer: read('transfer'),
  };
  return new Set(Object.values(keys)).size === KEYED_ACTS.length ? keys : DEFAULT_CALL_KEYS;
}

/** What is stored: only what differs, so that a default that changes later reaches who never chose. */
export function changedKeys(keys: CallKeys): Partial<CallKeys> {
  return Object.fromEntries(KEYED_ACTS.filter((act) => keys[act] !== DEFAULT_CALL_KEYS[act]).map((act) => [act, keys[act]]));
}
