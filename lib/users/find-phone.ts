import { pool } from '../db/client.ts';
import { phoneStatus } from './phone-status.ts';
import type { PhoneStatus } from './types.ts';

const PHONES = `
  select a."userId", n.kind, u."callsWith", a.extension, a.device, (a.login <> '' and a."sealedPassword" is not null) as "hasLogin"
    from "PbxAccount" a join "PbxConnection" n on n.id = a."connectionId" join "User" u on u.id = a."userId"
   where a."isActive"`;

type Row = { userId: string } & NonNullable<Parameters<typeof phoneStatus>[0]>;

/** The phone of a user's active account. */
export async function findPhone(userId: string): Promise<PhoneStatus> {
  const { rows } = await pool().query<Row>({
    name: 'desk-phone',
    text: `${PHONES} and a."userId" = $1 limit 1`,
    values: [userId],
  });
  return phoneStatus(rows[0] ?? null);
}

/** Whoever calls through a PBX, each with their phone. */
export async function findPhonesAt(connectionId: string): Promise<{ userId: string; phone: PhoneStatus }[]> {
  const { rows } = await pool().query<Row>({ text: `${PHONES} and a."connectionId" = $1 order by a.id`, values: [connectionId] });
  return rows.map((row) => ({ userId: row.userId, phone: phoneStatus(row) }));
}
