import { now } from '../clock.ts';
import { announceMissedCalls } from '../missed-calls/announce.ts';
import { announceCallBack } from './announce.ts';
import { endIfUndialled, undialledCallBacks } from './end-undialled.ts';
import { releaseLeases } from './lease.ts';

/** This user's desk is closed: whom they were calling back can be called by others (S2.19). */
export async function letGoOf(userId: string): Promise<void> {
  for (const callBack of await releaseLeases(userId)) await announceCallBack(callBack, now());
}

/** Attempts whose phone never dialled are over, and say so. */
export async function expireCallBacks(at: Date): Promise<void> {
  for (const id of await undialledCallBacks(at)) {
    const outcome = await endIfUndialled(id, at);
    if (!outcome) continue;
    announceMissedCalls(outcome.changed);
    await announceCallBack(outcome.ended, at);
  }
}
