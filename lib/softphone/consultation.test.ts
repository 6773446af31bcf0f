import { describe, expect, test, vi } from 'vitest';
import { type ActionResult, done, refused } from '../action-result.ts';
import { buildDeskCall } from './build-desk-call.ts';
import { backToCaller, consultationOf } from './consultation.ts';
import type { CallAtPhone } from './phone-state.ts';

type Direction = 'inbound' | 'outbound' | 'internal';

const at = (minute: number, callId: string, direction: Direction, phase: CallAtPhone['phase']): CallAtPhone => ({
  call: buildDeskCall({ callId, direction, startedAt: `2026-11-22T15:${String(minute).padStart(2, '0')}:00.000Z` }),
  phase,
});
const caller = at(1, 'caller', 'inbound', 'held');
const asks = (phase: CallAtPhone['phase'], direction: Direction = 'internal') => at(5, 'question', direction, phase);

describe('consultationOf', () => {
  test('[S3.3] a caller on hold and a colleague dialled since belong together; [S3.4] to be joined once they answer', () => {
    expect(consultationOf([asks('dialling'), caller])).toMatchObject({
      main: { callId: 'caller' },
      asked: { callId: 'question' },
      isAnswered: false,
    });
    expect(consultationOf([asks('talking'), caller])?.isAnswered).toBe(true);
  });

  test('somebody outside can be asked as well', () => {
    expect(consultationOf([asks('talking', 'outbound'), caller])).not.toBeNull();
  });

  test('of several callers on hold the one who came last is meant, whatever the order of the list', () => {
    const earlier = at(0, 'earlier', 'inbound', 'held');
    for (const held of [
      [caller, earlier],
      [earlier, caller],
    ]) {
      expect(consultationOf([asks('talking'), ...held])?.main.callId).toBe('caller');
    }
  });

  test.each<[string, CallAtPhone[]]>([
    ['nobody is on a call', []],
    ['only the caller is', [at(1, 'caller', 'inbound', 'talking')]],
    ['[S3.15] the colleague is gone and the caller still waits', [caller]],
    ['the caller is gone and the colleague still talks', [asks('talking')]],
    ['the caller is not on hold', [at(1, 'caller', 'inbound', 'talking'), asks('talking')]],
    ['the other call came in by itself', [at(5, 'second', 'inbound', 'talking'), caller]],
    ['the other call was there before the caller', [at(0, 'first', 'outbound', 'talking'), caller]],
    ['both wait', [caller, asks('held')]],
  ])('nobody is asked when %s', (_, current) => {
    expect(consultationOf(current)).toBeNull();
  });
});

describe('backToCaller', () => {
  const { main, asked } = { main: caller.call, asked: asks('talking').call };

  function phoneWhere(ended: ActionResult) {
    const order: string[] = [];
    const phone = {
      hangUp: vi.fn(async (callId: string) => {
        order.push(`end ${callId}`);
        return ended;
      }),
      setHeld: vi.fn(async (callId: string, held: boolean) => {
        order.push(`${held ? 'hold' : 'resume'} ${callId}`);
        return done;
      }),
    };
    return { phone, order };
  }

  test('ends the question, then takes the caller off hold', async () => {
    const { phone, order } = phoneWhere(done);
    expect(await backToCaller(phone, { main, asked })).toEqual(done);
    expect(order).toEqual(['end question', 'resume caller']);
  });

  test('[S3.15] takes the caller off hold also where the colleague hung up or rejected first', async () => {
    const { phone, order } = phoneWhere(refused('callEnded'));
    expect(await backToCaller(phone, { main, asked })).toEqual(done);
    expect(order).toEqual(['end question', 'resume caller']);
  });

  test('while the question cannot be ended the caller goes on waiting: they would hear it', async () => {
    const { phone } = phoneWhere(refused('unavailable'));
    expect(await backToCaller(phone, { main, asked })).toEqual(refused('unavailable'));
    expect(phone.setHeld).not.toHaveBeenCalled();
  });
});
