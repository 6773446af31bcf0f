import { log } from '../lib/log.ts';
import type { OffhookServer } from '../lib/realtime/publish.ts';
import type { Role } from '../lib/users/types.ts';

export type RevocationDependencies = {
  /** Those of the sessions that are still live, with the role they have now. */
  liveSessions: (sessionIds: string[], at: Date) => Promise<Map<string, Role>>;
  /** An open desk counts as being there. */
  touchSessions: (sessionIds: string[], at: Date) => Promise<void>;
  /** Closes what belongs to a session that is over. */
  end: (sessionId: string) => void;
  now: () => Date;
  intervalMs?: number;
};

const CHECK_INTERVAL_MS = 2_000;
const CHECKS_PER_TOUCH = 30;

/**
 * Looks every two seconds whether the sessions of the open sockets still stand, so that one that expired, or was revoked
 * by another process, hears nothing more within 5 s (R36). One query for all sockets.
 */
export function watchRevocation(io: OffhookServer, dependencies: RevocationDependencies): { stop: () => void } {
  let checks = 0;
  let isChecking = false;

  async function check(): Promise<void> {
    const sockets = [...io.sockets.sockets.values()];
    const connected = [...new Set(sockets.map((socket) => socket.data.sessionId))];
    if (connected.length === 0) return;

    const at = dependencies.now();
    checks += 1;
    if (checks % CHECKS_PER_TOUCH === 0) await dependencies.touchSessions(connected, at);
    const live = await dependencies.liveSessions(connected, at);

    for (const id of connected) if (!live.has(id)) dependencies.end(id);
    for (const { data, conn } of sockets) {
      // Cut, not dismissed: the browser comes back by itself and gets the rooms of its new role.
      if (live.has(data.sessionId) && live.get(data.sessionId) !== data.role) conn.close();
    }
  }

  const timer = setInterval(async () => {
    if (isChecking) return;
    isChecking = true;
    try {
      await check();
    } catch (error) {
      log.warn({ err: error }, 'The sessions of open sockets could not be checked.');
    } finally {
      isChecking = false;
    }
  }, dependencies.intervalMs ?? CHECK_INTERVAL_MS);

  return { stop: () => clearInterval(timer) };
}
