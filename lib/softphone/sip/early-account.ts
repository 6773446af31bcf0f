const ADDRESS = '/api/phone/account';
const TIMEOUT_MS = 8_000;
/** Until when an answer that was asked for early may be used: afterwards the account may have changed. */
const FRESH_MS = 5_000;

/** An answer about the account that may be on its way already. */
export type EarlyAccount = {
  /** Hands it over once, where it is fresh. Null otherwise: ask anew. */
  take(): Promise<Response | null>;
};

/** The lock of the tab that has the phone of a user. */
export function phoneLockOf(userId: string): string {
  return `offhook-phone:${userId}`;
}

/** Asks the server for the signed-in user's own SIP account. */
export function requestAccount(): Promise<Response> {
  return fetch(ADDRESS, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

/** Asks while the phone's code is still being read; a tab beside the one that has the phone asks for nothing (R35). */
export function askAccountEarly(userId: string, request: () => Promise<Response> = requestAccount): EarlyAccount {
  let asked: Promise<Response | null> | null = isTaken(userId).then(
    (taken) => (taken ? null : request()),
    () => null,
  );
  // What fails is asked for again by whoever needs it.
  asked.catch(() => undefined);
  setTimeout(() => {
    asked = null;
  }, FRESH_MS);

  return {
    async take() {
      const mine = asked;
      asked = null;
      return mine?.catch(() => null) ?? null;
    },
  };
}

async function isTaken(userId: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === phoneLockOf(userId));
}
