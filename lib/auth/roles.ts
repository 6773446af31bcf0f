import { ROLES, type Role } from '../users/types.ts';

/** Every permission, as the sentence it allows. A feature adds its words here. */
export const PERMISSIONS = [
  'desk:use',
  'call:handle',
  'call:see-all-lines',
  'call:choose-number',
  'missed-call:read',
  'missed-call:hide',
  'missed-call:assign',
  'missed-call:sms',
  'statistics:read',
  'delivery:read',
  'delivery:edit',
  'customer:read',
  'customer:edit',
  'customer:import',
  'customer:export',
  'customer-field:edit',
  'driver:read',
  'driver:edit',
  'interest:read',
  'interest:edit',
  'interest-settings:edit',
  'user:edit',
  'pbx:edit',
  'call-settings:edit',
  'messages:edit',
  'jobs:manage',
  'personal-data:manage',
  'catalogue:edit',
  'point-of-sale:edit',
  'point-of-sale:work',
  'audit:read',
  'administration:open',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const OPERATOR = [
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
] as const;
const MANAGER = [...OPERATOR, 'missed-call:hide', 'customer:import', 'interest:read', 'interest:edit'] as const;
const SUPERVISOR = [
  ...MANAGER,
  'customer:export',
  'call:see-all-lines',
  'missed-call:assign',
  'statistics:read',
  'audit:read',
] as const;

/** What each role may (contract.md); an admin may grant single permissions to a role on top. */
const TABLE: Record<Role, readonly Permission[]> = {
  venue: ['point-of-sale:work'],
  operator: OPERATOR,
  manager: MANAGER,
  supervisor: SUPERVISOR,
  admin: PERMISSIONS,
};

export type WithPermissions = { role: Role; grants: readonly string[] };

/** The one question about permissions, asked by the server before an act and by the button that offers it. */
export function may(user: WithPermissions, permission: Permission): boolean {
  return TABLE[user.role].includes(permission) || user.grants.includes(permission);
}

/** The roles that may by themselves, for the database to look for their people. */
export function rolesThatMay(permission: Permission): Role[] {
  return ROLES.filter((role) => TABLE[role].includes(permission));
}
