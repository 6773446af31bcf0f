import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { isTaken } from '../db/violations.ts';
import { seal } from '../pbx/vault.ts';
import { newWebhookSecret } from '../pbx/webhook-secret.ts';
import type { AddConnection, ChangeConnection, Server } from './schema.ts';
import { missingSecret, type SecretFault } from './secret-rules.ts';

type Fault = { kind: SecretFault };
/** `secret` is there only where one was made: it is shown once and never again. */
export type AddOutcome = { kind: 'added'; id: string; secret: string | null } | { kind: 'slugTaken' } | Fault;
export type ChangeOutcome = { kind: 'changed'; version: number | null } | { kind: 'notFound' | 'changedMeanwhile' } | Fault;

const action = 'pbx.changed';
const subjectType = 'pbx';

export async function storeAddingConnection(input: AddConnection, { userId, at }: Actor): Promise<AddOutcome> {
  const server = input.kind === 'asterisk' ? input.server : null;
  const fault = server && missingSecret(server, null);
  if (fault) return { kind: fault };

  const { slug, name, country, kind } = input;
  const secret = kind === 'webhook' ? newWebhookSecret() : null;
  try {
    return await db.$transaction(async (tx) => {
      const { id } = await tx.pbxConnection.create({
        data: {
          ...{ slug, name, country, kind },
          ...(secret && { secrets: { create: { sealed: seal(secret), createdAt: at } } }),
          ...(server && { asterisk: { create: { ...columnsOf(server), sealedAmiSecret: seal(server.amiSecret ?? '') } } }),
        },
        select: { id: true },
      });
      await recordAudit(tx, { userId, action, subjectType, subjectId: id, details: { added: slug, kind } });
      return { kind: 'added', id, secret };
    });
  } catch (error) {
    if (isTaken(error)) return { kind: 'slugTaken' };
    throw error;
  }
}

/** The place by its changed fields; a server as a whole, if nobody changed it since the form was opened. */
export function storeChangingConnection(
  { connectionId, place, server }: ChangeConnection,
  { userId }: Actor,
): Promise<ChangeOutcome> {
  return db.$transaction(async (tx) => {
    const connection = await lockConnection(tx, connectionId);
    if (!connection) return { kind: 'notFound' };
    const stored = await tx.asteriskServer.findUnique({ where: { connectionId } });
    if (server && !stored) return { kind: 'notFound' };

    if (server && stored) {
      if (stored.version !== server.version) return { kind: 'changedMeanwhile' };
      const fault = missingSecret(server.settings, { ...stored, hasTurnSecret: stored.sealedTurnSecret !== null });
      if (fault) return { kind: fault };
    }
    // The demo's PBX reads its own numbers: of it there is a name to change and nothing else.
    const data = connection.kind === 'practice' ? { name: place.name } : place;
    await tx.pbxConnection.update({ where: { id: connectionId }, data, select: { id: true } });

    // Also where only the country changed: whoever is connected reads the numbers by it.
    const isServerChanged = stored !== null && (server !== undefined || data.country !== undefined);
    const version = isServerChanged ? stored.version + 1 : (stored?.version ?? null);
    if (isServerChanged) {
      const columns = server ? columnsOf(server.settings) : {};
      await tx.asteriskServer.update({
        where: { connectionId },
        data: { ...columns, version: { increment: 1 } },
        select: { version: true },
      });
    }
    const details = { ...data, ...(server && stored ? told(stored, server.settings) : {}) };
    await recordAudit(tx, { userId, action, subjectType, subjectId: connectionId, details });
    return { kind: 'changed', version };
  });
}

type StoredServer = NonNullable<Awaited<ReturnType<Prisma.TransactionClient['asteriskServer']['findUnique']>>>;

/** As it is stored. A secret that was not typed stays; one that nothing uses any more goes. */
function columnsOf({ amiSecret, turnSecret, ...settings }: Server) {
  const typed = turnSecret ? seal(turnSecret) : undefined;
  return {
    ...settings,
    ...(amiSecret && { sealedAmiSecret: seal(amiSecret) }),
    sealedTurnSecret: settings.turnUrl === '' ? null : typed,
  };
}

/** The fields that changed, for the audit: of a secret only that it did. */
function told(before: StoredServer, { amiSecret, turnSecret, ...settings }: Server) {
  const stored = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(settings).flatMap(([field, value]) => {
    const isSame = JSON.stringify(value) === JSON.stringify(stored.get(field));
    return isSame ? [] : [[field, Array.isArray(value) ? value.join(', ') : value] as const];
  });
  const secrets = { ...(amiSecret && { isAmiSecretChanged: true }), ...(turnSecret && { isTurnSecretChanged: true }) };
  return { ...Object.fromEntries(changed), ...secrets };
}

/** Two admins at the same connection queue here. */
async function lockConnection(tx: Prisma.TransactionClient, id: string) {
  const rows = await tx.$queryRaw<{ kind: 'practice' | 'webhook' | 'asterisk' }[]>`
    select kind from "PbxConnection" where id = ${id}::uuid for no key update`;
  return rows[0] ?? null;
}
