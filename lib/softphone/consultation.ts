import type { ActionResult } from '../action-result.ts';
import type { DeskCall } from '../caller-card/types.ts';
import type { Phone } from './phone.ts';
import type { CallAtPhone } from './phone-state.ts';

/** Somebody is asked about a caller who waits: two calls of one phone that can become one. */
export type Consultation = {
  /** The caller's, on hold. */
  main: DeskCall;
  /** The one in which somebody is asked. */
  asked: DeskCall;
  /** Whether they answered: only then can the calls be joined (S3.4). */
  isAnswered: boolean;
};

/**
 * Nothing says that two calls belong together, on any phone, and nothing needs to: who holds one and has dialled another since
 * asks about the one on hold. Of several the call held last is meant.
 */
export function consultationOf(current: readonly (CallAtPhone | { call: DeskCall; phase: 'elsewhere' })[]): Consultation | null {
  const asked = current.find(({ call, phase }) => call.direction !== 'inbound' && (phase === 'dialling' || phase === 'talking'));
  if (!asked) return null;

  const held = current.filter(({ call, phase }) => phase === 'held' && call.startedAt < asked.call.startedAt);
  const main = held.toSorted((a, b) => a.call.startedAt.localeCompare(b.call.startedAt)).at(-1);
  return main ? { main: main.call, asked: asked.call, isAnswered: asked.phase === 'talking' } : null;
}

/** Ends the question and takes the caller off hold, in this order: nobody hears both. One that is over already is as good. */
export async function backToCaller(
  phone: Pick<Phone, 'hangUp' | 'setHeld'>,
  { main, asked }: Pick<Consultation, 'main' | 'asked'>,
): Promise<ActionResult> {
  const ended = await phone.hangUp(asked.callId);
  if (!ended.ok && ended.reason !== 'callEnded' && ended.reason !== 'notFound') return ended;
  return phone.setHeld(main.callId, false);
}
