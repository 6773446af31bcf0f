import type { AmiSession } from './ami-client.ts';
import { AmiFailure } from './problems.ts';

/** Throws where the account may not even ask for the calls that are up. */
export async function requirePermission(session: AmiSession): Promise<void> {
  const { isDone, message } = await session.ask({ Action: 'CoreShowChannels' });
  if (!isDone && message.includes('denied')) throw new AmiFailure('noPermission');
}

/** The PBX's clock may differ from ours, and its events carry its own. */
export async function pbxTime(session: AmiSession, ours: Date): Promise<Date> {
  const { fields } = await session.ask({ Action: 'Ping' });
  const seconds = Number(fields.Timestamp);
  return seconds > 0 ? new Date(Math.floor(seconds * 1000)) : ours;
}
