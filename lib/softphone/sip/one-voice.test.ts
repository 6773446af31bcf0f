import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSipCalls } from './build-sip-calls.ts';
import type { SipCall } from './sip-state.ts';

const which = fc.nat({ max: 3 });
const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constantFrom('ring', 'dial', 'comesBack') }),
    fc.record({ act: fc.constantFrom('answer', 'hold', 'resume', 'pause', 'unpause', 'isOver', 'answers', 'hangUp'), which }),
    fc.record({ act: fc.constantFrom('accepts', 'refuses'), which }),
  ),
  { maxLength: 25 },
);

type Seen = SipCall & { sound: string };

/** A phone with whatever somebody presses and whatever the PBX does, looked at after each. */
async function play(given: ReadonlyArray<{ act: string; which?: number }>, look: (calls: Seen[]) => void) {
  const { line, phone, state } = buildSipCalls();
  const seen = (): Seen[] => state().calls.map((call) => ({ ...call, sound: line.sound(call.id) }));

  for (const { act, which: nth = 0 } of given) {
    const id = state().calls[nth]?.id ?? 'none';
    const phase = state().calls[nth]?.phase;
    if (act === 'ring') line.ring();
    if (act === 'dial') await phone.dial('600100102', null);
    if (act === 'comesBack') line.comesBack();
    if (act === 'answer') await phone.answer(id);
    if (act === 'hold' || act === 'resume') await phone.setHeld(id, act === 'hold');
    if (act === 'pause' || act === 'unpause') await phone.setMuted(id, act === 'pause');
    if (act === 'isOver') line.isOver(id);
    if (act === 'answers' && phase === 'dialling') line.answers(id);
    if (act === 'hangUp') await phone.hangUp(id);
    if (act === 'accepts' || act === 'refuses') line.renegotiates(id, act === 'accepts' ? 'accepted' : 'refused');
    await new Promise((resolve) => setImmediate(resolve));
    look(seen());
  }
}

test('never two callers with one voice, and no call that is silent without saying so', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (given) => {
      await play(given, (calls) => {
        expect(calls.filter(({ sound }) => sound !== 'silent').length).toBeLessThan(2);
        const isTalkedIn = calls.some(({ phase, isHeld, isMuted }) => phase === 'talking' && !isHeld && !isMuted);
        const isDialling = calls.some(({ phase }) => phase === 'dialling');
        if (isDialling && !isTalkedIn && !calls.some(({ isMuted }) => isMuted)) {
          expect(calls.filter(({ phase, sound }) => phase === 'dialling' && sound !== 'silent')).toHaveLength(1);
        }
        for (const { phase, isHeld, isMuted, sound } of calls) {
          if (phase === 'talking' && !isHeld && !isMuted) expect(sound).toBe('both ways');
          if (isMuted || isHeld) expect(sound).not.toBe('both ways');
        }
      });
    }),
    { numRuns: 300 },
  );
});
