import { pool } from '../db/client.ts';
import { phoneStatus } from './phone-status.ts';
import type { PhoneStatus } from './types.ts';

const ACCOUNT = `
  select n.kind, u."callsWith", a.extension, a.device, (a.login <> '' and a."sealedPassword" is not null) as "hasLogin"
    from "PbxAccount" a join "PbxConnection" n on n.id = a."connectionId" join "User" u on u.id = a."userId"
   where a."userId" = $1 and a."isActive"
   limit 1`;

/** The phone of a user's active account. */
export async function findPhone(userId: string): Promise<PhoneStatus> {
  const { rows } = await pool().query<Parameters<typeof phoneStatus>[0] & object>({
    name: 'desk-phone',
    text: ACCOUNT,
    values: [userId],
  });
  return phoneStatus(rows[0] ?? null);
}
