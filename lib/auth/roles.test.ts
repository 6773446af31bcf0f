import { describe, expect, test } from 'vitest';
import { ROLES } from '../users/types.ts';
import { may, PERMISSIONS, type Permission } from './roles.ts';

const DESK: Permission[] = [
  'desk:use',
  'call:handle',
  'call:choose-number',
  'missed-call:read',
  'missed-call:sms',
  'delivery:read',
  'delivery:edit',
  'customer:read',
  'customer:edit',
  'driver:read',
  'driver:edit',
];

const MANAGES: Permission[] = [...DESK, 'missed-call:hide', 'customer:import', 'interest:read', 'interest:edit'];

describe('may', () => {
  test.each([
    ['venue', ['point-of-sale:work']],
    ['operator', DESK],
    ['manager', MANAGES],
    ['supervisor', [...MANAGES, 'customer:export', 'call:see-all-lines', 'missed-call:assign', 'statistics:read', 'audit:read']],
    ['admin', [...PERMISSIONS]],
  ] as const)('a %s may exactly this', (role, allowed) => {
    const granted = PERMISSIONS.filter((permission) => may({ role, grants: [] }, permission));
    expect(granted.toSorted()).toEqual([...allowed].toSorted());
  });

  test.each(ROLES)('a grant adds one permission to a %s and nothing else', (role) => {
    const before = PERMISSIONS.filter((permission) => may({ role, grants: [] }, permission));
    const after = PERMISSIONS.filter((permission) => may({ role, grants: ['audit:read'] }, permission));
    expect(after.toSorted()).toEqual([...new Set([...before, 'audit:read'])].toSorted());
  });

  test('a grant of an unknown word opens nothing', () => {
    expect(PERMISSIONS.filter((permission) => may({ role: 'venue', grants: ['*', 'admin'] }, permission))).toEqual([
      'point-of-sale:work',
    ]);
  });
});
