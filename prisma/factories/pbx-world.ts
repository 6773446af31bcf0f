import { randomUUID } from 'node:crypto';
import { db } from '../../lib/db/client.ts';
import { PbxEvent, type PbxEventInput } from '../../lib/pbx/envelope.ts';
import { seal } from '../../lib/pbx/vault.ts';
import { createConnection, createLine, createPbxAccount, createPbxSecret } from './pbx.ts';
import { createUser } from './people.ts';

export const SECRET = 'whsec_dGhlLXNlY3JldC1vZi10aGUtdGVzdHM=';

/** For tests: a PBX of its own with a line and two operators at extensions 101 and 102. */
export async function createPbxWorld() {
  const connection = await createConnection(db);
  await createPbxSecret(db, { connectionId: connection.id, sealed: seal(SECRET) });
  const olga = await createUser(db, { name: 'Olga Operator' });
  const oskar = await createUser(db, { name: 'Oskar Operator' });
  await createPbxAccount(db, { userId: olga.id, connectionId: connection.id, extension: '101' });
  await createPbxAccount(db, { userId: oskar.id, connectionId: connection.id, extension: '102' });
  const line = await createLine(db, { connectionId: connection.id, operatorIds: [olga.id, oskar.id] });
  return { source: connection, line, olga, oskar };
}

/** Events of one new call, each a second after the one before. */
export function buildCallEvents(from: string, line: string, callId: string = randomUUID(), begin = Date.now()) {
  const at = (second: number) => new Date(begin + second * 1000).toISOString();
  const ring = (extension: string, second = 1): PbxEventInput => ({
    type: 'leg.ringing',
    occurredAt: at(second),
    call: { callId, legId: `leg-${extension}`, extension },
  });

  return {
    callId,
    offered: {
      type: 'call.offered',
      occurredAt: at(0),
      call: { callId, direction: 'inbound', from: { number: from }, line },
    } satisfies PbxEventInput,
    ring,
    answer: (extension: string, second = 5): PbxEventInput => ({
      type: 'call.answered',
      occurredAt: at(second),
      call: { callId, legId: `leg-${extension}`, extension },
    }),
    end: (second = 30): PbxEventInput => ({
      type: 'call.ended',
      occurredAt: at(second),
      call: { callId },
      end: { cause: 'completed', by: 'caller' },
    }),
  };
}

export function parsed(...events: PbxEventInput[]): PbxEvent[] {
  return events.map((event) => PbxEvent.parse(event));
}
