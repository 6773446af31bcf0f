import type { EndCause, PbxEventInput } from '../../lib/pbx/envelope.ts';

/** A call that comes in. More than one extension is a ring group: all of them ring at once. */
export type Ring = {
  /** `anonymous` withholds it. */
  from: string;
  line: string;
  extensions: readonly string[];
  name?: string;
  /** Waits in a queue, also while a device rings. */
  isQueued?: boolean;
};

export type Transfer = { from?: string; to: string };

/** One device's ring in one call: the same words give the same leg, so that no verb has to remember it. */
export function legIdOf(callId: string, extension: string): string {
  return `${callId}:${extension}`;
}

export function ringEvents(callId: string, ring: Ring, at: string): PbxEventInput[] {
  const { from, line, extensions, name, isQueued } = ring;
  const offered: PbxEventInput = {
    type: 'call.offered',
    occurredAt: at,
    call: { callId, direction: 'inbound', from: { number: from, ...(name && { name }) }, to: { number: line }, line },
  };
  const queued: PbxEventInput[] = isQueued ? [{ type: 'call.queued', occurredAt: at, call: { callId } }] : [];
  return [offered, ...queued, ...extensions.map((extension) => ringing(callId, extension, at))];
}

function ringing(callId: string, extension: string, at: string): PbxEventInput {
  return { type: 'leg.ringing', occurredAt: at, call: { callId, legId: legIdOf(callId, extension), extension } };
}

export function answerEvents(callId: string, extension: string, at: string): PbxEventInput[] {
  return [{ type: 'call.answered', occurredAt: at, call: { callId, legId: legIdOf(callId, extension), extension } }];
}

export function holdEvents(callId: string, isHeld: boolean, at: string): PbxEventInput[] {
  return [{ type: isHeld ? 'call.held' : 'call.resumed', occurredAt: at, call: { callId } }];
}

export function endEvents(callId: string, cause: EndCause, by: 'caller' | 'operator' | 'system', at: string): PbxEventInput[] {
  return [{ type: 'call.ended', occurredAt: at, call: { callId }, end: { cause, by } }];
}

/** Every device says it is busy, so the caller hears it too. */
export function busyEvents(callId: string, extensions: readonly string[], at: string): PbxEventInput[] {
  const legs = extensions.map(
    (extension): PbxEventInput => ({
      type: 'leg.ended',
      occurredAt: at,
      call: { callId, legId: legIdOf(callId, extension), extension },
      end: { cause: 'busy', by: 'operator' },
    }),
  );
  return [...legs, ...endEvents(callId, 'busy', 'operator', at)];
}

/** The caller is gone from the first operator at once, and the second one's device rings. */
export function blindTransferEvents(callId: string, { from, to }: Transfer, at: string): PbxEventInput[] {
  return [
    {
      type: 'call.transferred',
      occurredAt: at,
      call: { callId },
      transfer: { kind: 'blind', fromExtension: from ?? null, toExtension: to },
    },
    ringing(callId, to, at),
  ];
}

/** The first operator asks the second one, in a call of its own between the two. */
export function consultEvents(consultId: string, { from, to }: Required<Transfer>, at: string): PbxEventInput[] {
  return [
    {
      type: 'call.offered',
      occurredAt: at,
      call: { callId: consultId, direction: 'internal', from: { number: from }, to: { number: to }, extension: from },
    },
    ringing(consultId, to, at),
  ];
}

/** The caller and the second operator are joined; the consultation has done its work. */
export function attendedTransferEvents(
  callId: string,
  consultId: string,
  { from, to }: Required<Transfer>,
  at: string,
): PbxEventInput[] {
  return [
    {
      type: 'call.transferred',
      occurredAt: at,
      call: { callId },
      transfer: { kind: 'attended', fromExtension: from, toExtension: to, consultCallId: consultId },
    },
    ...endEvents(consultId, 'completed', 'operator', at),
  ];
}

export function deviceEvents(extension: string, isRegistered: boolean, at: string): PbxEventInput[] {
  return [{ type: isRegistered ? 'device.registered' : 'device.unregistered', occurredAt: at, device: { extension } }];
}
