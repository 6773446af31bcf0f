import type { Outside } from '../outgoing/outside.ts';
import { type AmiSession, openAmi } from './ami-client.ts';
import type { AsteriskServer } from './servers.ts';

/**
 * Commands an Asterisk over a connection of its own, which hears no events: any process and any route can, whoever runs the
 * bridge. Throws an AmiFailure where Asterisk is not reached.
 */
export async function withAmi<Result>(
  server: Pick<AsteriskServer, 'ami'>,
  work: (session: AmiSession) => Promise<Result>,
  outside?: Outside,
): Promise<Result> {
  const session = await openAmi(server.ami, { events: 'off', outside });
  try {
    return await work(session);
  } finally {
    session.close();
  }
}
