import { db } from '../db/client.ts';
import { log } from '../log.ts';
import type { PbxProblem } from './problems.ts';

export type LinkState =
  | { state: 'up'; problem: null }
  | { state: 'down'; problem: PbxProblem }
  | { state: 'unknown'; problem: null };

/** Keeps for the admin's page how the way to an Asterisk is, and since when. Written only when it changes. */
export async function saveLinkState(connectionId: string, { state, problem }: LinkState, at: Date): Promise<void> {
  try {
    const { count } = await db.asteriskServer.updateMany({
      where: { connectionId, NOT: { linkState: state, linkProblem: problem } },
      data: { linkState: state, linkProblem: problem, linkAt: at },
    });
    if (count > 0) log.info({ connectionId, state, problem }, 'The link to an Asterisk changed');
  } catch (error) {
    // What is shown is behind for a moment; the calls are not.
    log.warn({ err: error, connectionId }, 'The state of the link to an Asterisk could not be kept');
  }
}
