import type { Prisma } from '../../lib/db/generated/client.ts';
import { DEMO_SOURCE, DEMO_WEBHOOK_SECRET } from '../../lib/demo-credentials.ts';
import { seal } from '../../lib/pbx/vault.ts';
import { buildConnection, buildLine, buildPbxAccount, buildPbxSecret } from '../factories/pbx.ts';
import { buildOrganisation, buildUser } from '../factories/people.ts';
import type { Catalogue } from './catalogue.ts';
import type { Random } from './random.ts';

export const DEMO_TIME_ZONE = 'Europe/Warsaw';

const ACCOUNTS = [
  { key: 'admin', name: 'Ada Admin', role: 'admin', incomingCallAction: 'nothing', extension: null },
  { key: 'supervisor', name: 'Sylwia Supervisor', role: 'supervisor', incomingCallAction: 'open_delivery', extension: '110' },
  { key: 'manager', name: 'Marta Manager', role: 'manager', incomingCallAction: 'register_inquiry', extension: '103' },
  { key: 'olga', name: 'Olga Operator', role: 'operator', incomingCallAction: 'open_delivery', extension: '101' },
  { key: 'oskar', name: 'Oskar Operator', role: 'operator', incomingCallAction: 'open_delivery', extension: '102' },
  { key: 'venue', name: 'Wanda Venue', role: 'venue', incomingCallAction: 'nothing', extension: null },
] as const;

const LINES = [
  { e164: '+48221000001', name: 'Delivery hotline', kind: 'service', operators: ['olga', 'oskar'] },
  { e164: '+48221000002', name: 'New customers', kind: 'new_customer', operators: ['olga', 'manager'] },
  { e164: '+48221000003', name: 'Follow-up', kind: 'callback', operators: ['manager', 'olga'] },
  { e164: '+48221000004', name: 'Complaints', kind: 'service', operators: [] },
] as const;

export type StaffMember = { id: string; name: string; extension: string | null };
export type SeededLine = { id: string; e164: string; display: string; kind: string; operators: StaffMember[] };
export type Staff = { connectionId: string; lines: SeededLine[]; takers: StaffMember[]; leaders: StaffMember[] };

/** The organisation, its accounts, the practice PBX with its extensions, and the four lines (contract.md). */
export async function seedStaff(
  db: Prisma.TransactionClient,
  random: Random,
  { catalogue, passwordHash }: { catalogue: Catalogue; passwordHash: string },
): Promise<Staff> {
  const mokotow = catalogue.pointsOfSale.find((place) => place.name === 'Mokotów');
  const connection = buildConnection({ id: random.uuid(), slug: DEMO_SOURCE, name: 'Practice PBX', kind: 'practice' });
  const users = ACCOUNTS.map(({ key, extension, ...account }) => ({
    key,
    extension,
    row: buildUser({
      ...account,
      id: random.uuid(),
      email: `${key}@offhook.test`,
      passwordHash,
      isDemo: true,
      pointOfSaleId: key === 'venue' ? mokotow?.id : null,
    }),
  }));

  await db.organisation.create({ data: buildOrganisation({ timeZone: DEMO_TIME_ZONE }) });
  await db.user.createMany({ data: users.map((user) => user.row) });
  await db.pbxConnection.create({ data: connection });
  await db.pbxSecret.create({ data: buildPbxSecret({ connectionId: connection.id, sealed: seal(DEMO_WEBHOOK_SECRET) }) });
  await db.pbxAccount.createMany({
    data: users.flatMap(({ row, extension }) =>
      extension
        ? [
            buildPbxAccount({
              userId: row.id,
              connectionId: connection.id,
              extension,
              sealedPassword: seal(`practice-${extension}`),
            }),
          ]
        : [],
    ),
  });

  const member = (key: string) => {
    const user = users.find((each) => each.key === key);
    return user ? [{ id: user.row.id, name: user.row.name, extension: user.extension }] : [];
  };
  const lines = LINES.map(({ operators, ...line }) => ({
    row: buildLine({ ...line, id: random.uuid(), connectionId: connection.id }),
    operators: operators.flatMap(member),
  }));
  await db.line.createMany({ data: lines.map((line) => line.row) });
  await db.lineOperator.createMany({
    data: lines.flatMap(({ row, operators }) => operators.map((operator) => ({ lineId: row.id, userId: operator.id }))),
  });

  return {
    connectionId: connection.id,
    lines: lines.map(({ row, operators }) => ({ ...row, operators })),
    takers: ['olga', 'oskar', 'manager'].flatMap(member),
    leaders: ['manager', 'supervisor'].flatMap(member),
  };
}
