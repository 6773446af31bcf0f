import type { StageKind } from '../interests/types.ts';

/** Somebody who looks for "Offer" does not tell it from "offer". */
export function isNameTaken(rows: { id: string; name: string }[], id: string, name: string): boolean {
  return name !== '' && rows.some((row) => row.id !== id && row.name.toLowerCase() === name.toLowerCase());
}

/** An interest has to begin somewhere, and to be closed as won and as lost: of each kind one stage stays. */
export function canArchive(stages: { id: string; kind: StageKind }[], id: string): boolean {
  const stage = stages.find((each) => each.id === id);
  return stage !== undefined && stages.some((each) => each.id !== id && each.kind === stage.kind);
}

/** Whether these are the same ids, in whatever order: nobody added one or put one away meanwhile. */
export function isSameSet(one: string[], other: string[]): boolean {
  return one.length === other.length && new Set(one).size === one.length && one.every((id) => other.includes(id));
}
