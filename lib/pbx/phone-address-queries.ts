import { db } from '../db/client.ts';

const MOST_SERVERS = 100;

/** Where browsers register: `wss://pbx.example.com:8089/ws`, one for each PBX that has such an address. */
export async function listPhoneAddresses(): Promise<string[]> {
  const servers = await db.asteriskServer.findMany({
    select: { sipAddress: true },
    where: { sipAddress: { not: '' } },
    orderBy: { connectionId: 'asc' },
    take: MOST_SERVERS,
  });
  return servers.map((server) => server.sipAddress);
}
