import { expect, test } from 'vitest';
import type { SignedInUser } from '../lib/auth/signed-in-user.ts';
import { roomsOf } from './rooms.ts';

function user(overrides: Partial<SignedInUser>): SignedInUser {
  return {
    id: 'u',
    name: 'Olga Operator',
    email: 'olga@offhook.test',
    role: 'operator',
    grants: [],
    language: null,
    sessionId: 's',
    incomingCallAction: 'open_delivery',
    pointOfSaleId: null,
    ...overrides,
  };
}

test('an operator hears of herself, her lines and the deliveries', () => {
  expect(roomsOf(user({}), ['l1'])).toEqual(['user:u', 'session:s', 'line:l1', 'deliveries']);
});

test('a supervisor hears what supervisors are told, too', () => {
  expect(roomsOf(user({ role: 'supervisor' }), ['l1', 'l2'])).toContain('supervisors');
});

test('[R34] a venue hears of its own point of sale, and of no line and no delivery of others', () => {
  const rooms = roomsOf(user({ role: 'venue', pointOfSaleId: 'p' }), ['l1']);
  expect(rooms).toEqual(['user:u', 'session:s', 'point-of-sale:p']);
});
