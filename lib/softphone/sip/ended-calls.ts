/** How long the end of a call may take to come from the PBX by way of the server, to a page that hears it. */
const ENDING_MS = 5_000;
/** A connection that has died passes for a live one until the server's next sign of life is missed. */
const UNNOTICED_MS = 20_000;

/** A call that this phone had, with its names at the server and at the PBX. */
export type EndedCall = { id: string; names: readonly string[]; endedAtMs: number };
export type Hearing = { isLive: boolean; sinceMs: number };

/** Whether what the server last said of the call may be older than its end. A page that is cut off hears nothing newer. */
export function isEnding({ endedAtMs }: EndedCall, { isLive, sinceMs }: Hearing, nowMs: number): boolean {
  return !isLive || nowMs < Math.max(endedAtMs, sinceMs) + ENDING_MS;
}

/**
 * For a moment the server still takes a call that is over for running; if it does so later, the call goes on without this phone.
 * That moment begins anew when a connection that was lost has brought a snapshot.
 */
export function followEndedCalls({ changed, forgotten }: { changed: () => void; forgotten: (id: string) => void }) {
  let ended: EndedCall[] = [];
  let hearing: Hearing = { isLive: false, sinceMs: 0 };

  function forgetOld() {
    const old = ended.filter((call) => !isEnding(call, hearing, Date.now() - UNNOTICED_MS));
    ended = ended.filter((call) => !old.includes(call));
    for (const { id } of old) forgotten(id);
  }

  function lookLater() {
    if (hearing.isLive) setTimeout(changed, ENDING_MS);
  }

  return {
    add(id: string, names: readonly string[]): void {
      forgetOld();
      ended = [...ended, { id, names, endedAtMs: Date.now() }];
      lookLater();
    },
    /** Names of calls of which the server's word counts for nothing yet. */
    names(): ReadonlySet<string> {
      return new Set(ended.filter((call) => isEnding(call, hearing, Date.now())).flatMap(({ names }) => names));
    },
    hear(isLive: boolean): void {
      if (isLive === hearing.isLive) return;
      forgetOld();
      hearing = { isLive, sinceMs: Date.now() };
      if (ended.length === 0) return;
      changed();
      lookLater();
    },
  };
}
