import { log } from '../lib/log.ts';
import type { OffhookServer } from '../lib/realtime/publish.ts';

export type LeaseDependencies = {
  /** These users' desks are open here: whom they call back stays theirs. */
  renew: (userIds: string[]) => Promise<void>;
  /** This user's last desk was closed. */
  release: (userId: string) => Promise<void>;
  renewEveryMs?: number;
  /** A page that is loaded anew is back by then. */
  graceMs?: number;
};

const RENEW_EVERY_MS = 60_000;
const GRACE_MS = 15_000;

/**
 * Whoever calls a missed caller back holds them while their desk is open. A process that dies renews nothing, so that what was held
 * through it runs out by itself; the others go on.
 */
export function watchLeases(io: OffhookServer, dependencies: LeaseDependencies): { stop: () => void } {
  const { renew, release, renewEveryMs = RENEW_EVERY_MS, graceMs = GRACE_MS } = dependencies;
  const leaving = new Set<ReturnType<typeof setTimeout>>();

  async function releaseIfGone(userId: string): Promise<void> {
    // With an adapter this asks the other processes too.
    const open = await io.in(`user:${userId}`).fetchSockets();
    if (open.length === 0) await release(userId);
  }

  io.on('connection', (socket) => {
    socket.on('disconnect', () => {
      const timer = setTimeout(() => {
        leaving.delete(timer);
        releaseIfGone(socket.data.userId).catch((error) => log.warn({ err: error }, 'A lease could not be let go'));
      }, graceMs);
      leaving.add(timer);
    });
  });

  const renewing = setInterval(() => {
    const userIds = [...new Set([...io.sockets.sockets.values()].map((socket) => socket.data.userId))];
    renew(userIds).catch((error) => log.warn({ err: error }, 'Leases could not be renewed'));
  }, renewEveryMs);

  return {
    stop: () => {
      clearInterval(renewing);
      for (const timer of leaving) clearTimeout(timer);
    },
  };
}
