import { endAsLost } from '../intake/end-lost.ts';
import type { AsteriskState } from '../pbx/asterisk.ts';
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

export type Resynced = { lost: number; adopted: number; posts: Post[] };

/**
 * Brings what we know in line with the calls that Asterisk has (events.md rule 4, R5): a call of ours of which no channel is left
 * has ended while nobody listened; a call that is not in the translator's memory is adopted. `at` is the PBX's time.
 */
export async function resync(
  session: AmiSession,
  { source, config }: AsteriskServer,
  memory: Memory,
  { now, at }: { now: Date; at: Date },
): Promise<Resynced> {
  // Looked up before Asterisk is asked: whatever begins after this is in neither list.
  const open = await openCalls(source.id);
  const before = memory.read();
  const channels = await listChannels(session);
  const byCall = groupByCall(channels, before, open);

  let lost = 0;
  for (const call of open) {
    if (byCall.has(call.pbxCallId)) continue;
    if (await endAsLost({ ...call, source }, now, () => true)) lost += 1;
  }

  const unknown = [...byCall].filter(([callId]) => !before.calls.has(callId));
  const known = await knownCalls(
    source.id,
    unknown.map(([callId]) => callId),
  );
  const posts: Post[] = [];
  let state = forget(memory.read(), before, new Set(byCall.keys()));
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
  }
  const adopted = state.calls.size - memory.read().calls.size;
  memory.write(state);
  return { lost, adopted: Math.max(0, adopted), posts };
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

/** Calls that were in memory before Asterisk was asked, and that it does not have: nothing more will be heard of them. */
function forget(state: AsteriskState, before: AsteriskState, up: Set<string>): AsteriskState {
  const gone = [...before.calls].filter(([callId, call]) => !up.has(callId) && state.calls.get(callId) === call);
  if (gone.length === 0) return state;

  const ids = new Set(gone.map(([callId]) => callId));
  return {
    calls: new Map([...state.calls].filter(([callId]) => !ids.has(callId))),
    channels: new Map([...state.channels].filter(([, callId]) => !ids.has(callId))),
  };
}
