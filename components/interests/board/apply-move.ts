import type { BoardColumn } from '@/lib/interests/board-queries';
import type { InterestStage } from '@/lib/interests/types';

export type BoardMove = { interestId: string; to: InterestStage; atMs: number };

/** The columns as they are after a move: what comes to a stage comes on top of it. */
export function applyMove(columns: BoardColumn[], { interestId, to, atMs }: BoardMove): BoardColumn[] {
  const from = columns.find(({ rows }) => rows.some(({ id }) => id === interestId));
  const row = from?.rows.find(({ id }) => id === interestId);
  if (!from || !row || from.stage.id === to.id) return columns;

  const at = new Date(atMs);
  const moved = { ...row, stage: to, stageSince: at, closedAt: to.kind === 'active' ? null : at };
  return columns.map((column) => {
    if (column.stage.id === from.stage.id) {
      return { ...column, rows: column.rows.filter(({ id }) => id !== interestId), count: Math.max(0, column.count - 1) };
    }
    return column.stage.id === to.id ? { ...column, rows: [moved, ...column.rows], count: column.count + 1 } : column;
  });
}

/** The stage one step before or behind, among those that something can be moved to; null at the ends. */
export function stageBeside(columns: BoardColumn[], stageId: string, step: -1 | 1): InterestStage | null {
  const at = columns.findIndex(({ stage }) => stage.id === stageId);
  if (at === -1) return null;
  const beyond = step === 1 ? columns.slice(at + 1) : columns.slice(0, at).reverse();
  return beyond.find(({ isArchived }) => !isArchived)?.stage ?? null;
}
