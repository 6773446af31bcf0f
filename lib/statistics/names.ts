import { db } from '../db/client.ts';

export type Names = ReadonlyMap<string, string>;

export async function namesOfLines(ids: (string | null)[]): Promise<Names> {
  const lines = await db.line.findMany({ where: { id: { in: known(ids) } }, select: { id: true, name: true } });
  return new Map(lines.map(({ id, name }) => [id, name]));
}

export async function namesOfUsers(ids: (string | null)[]): Promise<Names> {
  const users = await db.user.findMany({ where: { id: { in: known(ids) } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

function known(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
