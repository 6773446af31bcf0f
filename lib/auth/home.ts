import type { Role } from '../users/types.ts';

/** Where `/` and a sign-in lead. */
export function homeOf(user: { role: Role; pointOfSaleId: string | null }): string {
  switch (user.role) {
    case 'venue':
      return `/pos/${user.pointOfSaleId ?? 'none'}`;
    case 'admin':
      return '/admin/users';
    case 'operator':
    case 'manager':
    case 'supervisor':
      return '/deliveries';
  }
}
