import { endAsLost } from '../intake/end-lost.ts';
import type { AsteriskState } from '../pbx/asterisk.ts';
import { isClick } from '../pbx/asterisk-call.ts';
import { adopt } from './adopt.ts';
import type { AmiSession } from './ami-client.ts';
import { type Channel, listChannels } from './channels.ts';
import { knownCalls, type OpenCall, openCalls } from './known-calls.ts';
import type { Post } from './post-queue.ts';
import { toPosts } from './posts.ts';
import type { AsteriskServer } from './servers.ts';

type Memory = {
  /** The translator's, as it is now: events go on arriving while the database is asked. */
  read: () => AsteriskState;
  write: (state: AsteriskState) => void;
  /** Whether a call's beginning has been heard and is still to be told: it needs no adoption. */
  isBorn: (callId: string) => boolean;
};

type Circumstances = {
  now: Date;
  /** The PBX's time. */
  at: Date;
  /**
   * Calls that had no channel the last time either. On a connection that stands the word of a hangup may be a moment behind the
   * list of channels, so a call has to be missing twice; after a new login nothing is on its way. Null then.
   */
  missedBefore: ReadonlySet<string> | null;
};

export type Resynced = { lost: number; adopted: number; posts: Post[]; missing: ReadonlySet<string> };

/** A call that Offhook has asked for, and that Asterisk may be about to begin. */
const PLACED_MS = 45_000;

/**
 * Brings what we know in line with the calls that Asterisk has (events.md rule 4, R5): a call of ours of which no channel is left
 * has ended while nobody listened; a call that is not in the translator's memory is adopted.
 */
export async function resync(
  session: AmiSession,
  { source, config }: AsteriskServer,
  memory: Memory,
  { now, at, missedBefore }: Circumstances,
): Promise<Resynced> {
  // Looked up before Asterisk is asked: whatever begins after this is in neither list.
  const open = await openCalls(source.id);
  const before = memory.read();
  const channels = await listChannels(session);
  const byCall = groupByCall(channels, before, open);

  const missing = new Set([...open.map(({ pbxCallId }) => pbxCallId), ...before.calls.keys()].filter((id) => !byCall.has(id)));
  const gone = new Set([...missing].filter((id) => missedBefore === null || missedBefore.has(id)));
  let lost = 0;
  for (const call of open) {
    if (!gone.has(call.pbxCallId) || isBeingPlaced(call, now)) continue;
    if (await endAsLost({ ...call, source }, now, () => true)) lost += 1;
  }

  const unknown = [...byCall].filter(([callId]) => !before.calls.has(callId));
  const known = await knownCalls(
    source.id,
    unknown.map(([callId]) => callId),
  );
  const posts: Post[] = [];
  let adoptions = 0;
  let state = forget(memory.read(), before, gone);
  for (const [callId, own] of unknown) {
    const { fold = null, nextSeq = 0 } = known.get(callId) ?? {};
    const hasEnded = fold?.phase === 'ended' && !fold.isEstimated;
    const isHeardOf = memory.isBorn(callId) || state.calls.has(callId) || own.some(({ id }) => state.channels.has(id));
    const adopted = hasEnded || isHeardOf ? null : adopt({ callId, fold, nextSeq, channels: own }, config, at);
    if (!adopted) continue;

    const ids = own.map(({ id }): [string, string] => [id, callId]);
    state = {
      calls: new Map(state.calls).set(callId, adopted.call),
      channels: new Map([...state.channels, ...ids]),
    };
    posts.push(...toPosts(`resync:${at.getTime()}`, adopted.events));
    adoptions += 1;
  }
  memory.write(state);
  return { lost, adopted: adoptions, posts, missing };
}

/** A channel belongs to the call that it was seen in, whatever Asterisk calls that by now. */
function groupByCall(channels: readonly Channel[], { channels: seen }: AsteriskState, open: OpenCall[]): Map<string, Channel[]> {
  const byId = new Map(open.flatMap(({ pbxCallId, legIds }) => [pbxCallId, ...legIds].map((id) => [id, pbxCallId] as const)));
  const byCall = new Map<string, Channel[]>();
  for (const channel of channels) {
    const callId = seen.get(channel.id) ?? byId.get(channel.id) ?? byId.get(channel.linkedId) ?? channel.linkedId;
    byCall.set(callId, [...(byCall.get(callId) ?? []), channel]);
  }
  return byCall;
}

/** Calls that Asterisk does not have, and that nothing was heard of since it was asked. */
function forget(state: AsteriskState, before: AsteriskState, gone: ReadonlySet<string>): AsteriskState {
  const isGone = (callId: string) => gone.has(callId) && state.calls.get(callId) === before.calls.get(callId);
  return {
    calls: new Map([...state.calls].filter(([callId]) => !isGone(callId))),
    channels: new Map([...state.channels].filter(([, callId]) => !isGone(callId))),
  };
}

function isBeingPlaced({ pbxCallId, phase, startedAt }: OpenCall, now: Date): boolean {
  return isClick(pbxCallId) && phase === 'offered' && now.getTime() - startedAt.getTime() < PLACED_MS;
}
