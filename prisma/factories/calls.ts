import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../lib/db/generated/client.ts';
import { displayNumber } from '../../lib/phone-number.ts';
import { uniqueExtension, uniqueNumber } from './numbers.ts';

type Store = Prisma.TransactionClient;
type CallInput = Partial<Prisma.CallCreateManyInput> & { connectionId: string };

/** A call that rings now. `fromE164: null` with `isWithheld` is a caller who hides. */
export function buildCall(overrides: CallInput) {
  const id = overrides.id ?? randomUUID();
  const fromE164 = overrides.fromE164 === undefined ? uniqueNumber() : overrides.fromE164;
  const startedAt = overrides.startedAt ?? new Date();
  return {
    pbxCallId: `test.${id}`,
    direction: 'inbound' as const,
    phase: 'ringing' as const,
    fromRaw: fromE164 ?? '',
    fromDisplay: fromE164 ? displayNumber(fromE164, 'PL') : '',
    lastEventAt: startedAt,
    lastHeardAt: startedAt,
    eventCount: 1,
    ...overrides,
    id,
    fromE164,
    startedAt,
  };
}

export function createCall(db: Store, overrides: CallInput) {
  return db.call.create({ data: buildCall(overrides) });
}

type LegInput = Partial<Prisma.LegCreateManyInput> & { callId: string };

export function buildLeg(overrides: LegInput) {
  const extension = overrides.extension === undefined ? uniqueExtension() : overrides.extension;
  return { legId: `ext:${extension}`, state: 'ringing' as const, ringingAt: new Date(), ...overrides, extension };
}

export function createLeg(db: Store, overrides: LegInput) {
  return db.leg.create({ data: buildLeg(overrides) });
}

type CallEventInput = Partial<Prisma.CallEventCreateManyInput> & { connectionId: string };

export function buildCallEvent(overrides: CallEventInput) {
  const type = overrides.type ?? 'call.offered';
  const occurredAt = new Date(overrides.occurredAt ?? Date.now());
  const pbxCallId = overrides.pbxCallId ?? `test.${randomUUID()}`;
  const call = { callId: pbxCallId, direction: 'inbound', from: { number: uniqueNumber() } };
  const body = { type, occurredAt: occurredAt.toISOString(), call };
  return { webhookId: `msg_${randomUUID()}`, index: 0, body, ...overrides, type, occurredAt, pbxCallId };
}

export function createCallEvent(db: Store, overrides: CallEventInput) {
  return db.callEvent.create({ data: buildCallEvent(overrides) });
}

type EventKeyInput = Partial<Prisma.EventKeyCreateManyInput> & { connectionId: string };

export function buildEventKey(overrides: EventKeyInput) {
  return { webhookId: `msg_${randomUUID()}`, index: 0, ...overrides };
}

export function createEventKey(db: Store, overrides: EventKeyInput) {
  return db.eventKey.create({ data: buildEventKey(overrides) });
}

export function buildWebhookDelivery(overrides: Partial<Prisma.WebhookDeliveryCreateManyInput> = {}) {
  return { source: 'practice', status: 202, bytes: 412, answer: { accepted: 1, duplicate: 0 }, at: new Date(), ...overrides };
}

export function createWebhookDelivery(db: Store, overrides: Partial<Prisma.WebhookDeliveryCreateManyInput> = {}) {
  return db.webhookDelivery.create({ data: buildWebhookDelivery(overrides) });
}
