import { may, type WithPermissions } from '../auth/roles.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** Whose missed calls a query may show: null is every line's. */
export type MissedCallViewer = {
  chainIds: string[] | null;
  /** Who looks, where that is somebody. */
  userId?: string;
};

/** Missed calls of the lines one is assigned to; all of them for those who see all lines. */
export async function missedCallViewer(user: WithPermissions & { id: string }): Promise<MissedCallViewer> {
  if (may(user, 'call:see-all-lines')) return { chainIds: null, userId: user.id };
  const where = { line: { operators: { some: { userId: user.id } } } };
  const chains = await db.ledgerChain.findMany({ where, select: { id: true } });
  return { chainIds: chains.map((chain) => chain.id), userId: user.id };
}

export function visibleTo({ chainIds }: MissedCallViewer): Prisma.MissedCallWhereInput {
  return chainIds ? { chainId: { in: chainIds } } : {};
}

/** The same of one row. */
export function isVisible(row: { chainId: string }, { chainIds }: MissedCallViewer): boolean {
  return chainIds === null || chainIds.includes(row.chainId);
}

/** The chains of one line, as far as the viewer may see them; without a line all that they may see. */
export async function chainsOfLine(viewer: MissedCallViewer, lineId: string | undefined): Promise<MissedCallViewer> {
  if (!lineId) return viewer;
  const chains = await db.ledgerChain.findMany({ where: { lineId }, select: { id: true } });
  const ids = chains.map(({ id }) => id);
  return { chainIds: ids.filter((id) => viewer.chainIds?.includes(id) ?? true) };
}
