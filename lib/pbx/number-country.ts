import { db } from '../db/client.ts';

/** The country of a number typed without one: that of the first PBX connection. Without any PBX only `+…` can be read. */
export async function numberCountry(): Promise<string> {
  const connection = await db.pbxConnection.findFirst({ select: { country: true }, orderBy: [{ kind: 'asc' }, { slug: 'asc' }] });
  return connection?.country ?? '';
}
