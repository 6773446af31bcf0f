import type { ConnectionTest } from '../asterisk/connection-test-types.ts';
import { db } from '../db/client.ts';
import { unseal } from '../pbx/vault.ts';
import type { Server } from './schema.ts';
import { missingSecret, type SecretFault } from './secret-rules.ts';

type Found = { kind: 'found'; secret: string } | { kind: 'fault'; fault: SecretFault } | { kind: 'failed'; test: ConnectionTest };

/** The manager's secret to try with: the one that was typed, else the stored one, where it may be sent to that address. */
export async function secretForTest(connectionId: string | null, server: Server): Promise<Found> {
  const stored = connectionId
    ? await db.asteriskServer.findUnique({
        select: { amiHost: true, amiPort: true, amiTls: true, sealedAmiSecret: true },
        where: { connectionId },
      })
    : null;
  // What a TURN server needs is no matter here.
  const fault = missingSecret({ ...server, turnUrl: '' }, stored && { ...stored, hasTurnSecret: true });
  if (fault) return { kind: 'fault', fault };
  if (server.amiSecret) return { kind: 'found', secret: server.amiSecret };

  try {
    return { kind: 'found', secret: unseal(stored?.sealedAmiSecret ?? '') };
  } catch {
    return { kind: 'failed', test: { ok: false, problem: 'secretUnreadable' } };
  }
}
