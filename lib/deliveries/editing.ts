import { type Conflict, mergeContents, type PartName, sameContent, sameLine, samePart, withLine, withPart } from './merge.ts';
import { type DeliveryContent, emptyContent, type LastChange, type OrderLine, type SavedDelivery } from './types.ts';

export type ConflictKey = PartName | `line:${string}`;
/** What the operator still has to choose; both values are at hand: mine on the screen, theirs in what is saved. */
export type OpenConflict = { key: ConflictKey; by: LastChange };

/**
 * A delivery in an operator's hands.
 *
 *   edit ──> mine differs from what is saved ──> sending ──answer──> saved, with what colleagues changed merged in
 *                                                  │ no answer: the very same save is repeated, so that one that did
 *                                                  v arrive finds its own work and conflicts with nobody
 *                                                sending
 */
export type Editing = {
  /** As the server has it, as far as this browser knows; null until the first save. */
  saved: SavedDelivery | null;
  /** What a delivery without a row began with: prefilled, and not worth a draft of its own. */
  start: DeliveryContent;
  mine: DeliveryContent;
  sending: { base: DeliveryContent | null; mine: DeliveryContent } | null;
  conflicts: OpenConflict[];
};

export function startNew(start: DeliveryContent): Editing {
  return { saved: null, start, mine: start, sending: null, conflicts: [] };
}

export function startFrom(saved: SavedDelivery): Editing {
  return { saved, start: saved.content, mine: saved.content, sending: null, conflicts: [] };
}

export function edited(state: Editing, change: Partial<DeliveryContent>): Editing {
  return { ...state, mine: { ...state.mine, ...change } };
}

/** What a save would store: everything of mine but what waits for a choice. */
export function toSave({ saved, mine, conflicts }: Editing): DeliveryContent {
  if (!saved) return mine;
  return conflicts.reduce((content, { key }) => taking(key, content, saved.content), mine);
}

export function hasUnsaved(state: Editing): boolean {
  return state.sending !== null || !sameContent(toSave(state), state.saved?.content ?? state.start);
}

/**
 * The save to send now: the one under way again, or a new one. Null when there is nothing to save;
 * a delivery without a row is worth one when the operator asks for it, even untouched.
 */
export function beginSaving(state: Editing, isAskedFor = false): (Editing & { sending: NonNullable<Editing['sending']> }) | null {
  if (state.sending) return { ...state, sending: state.sending };
  if (!hasUnsaved(state) && !(isAskedFor && !state.saved)) return null;
  return { ...state, sending: { base: state.saved?.content ?? null, mine: toSave(state) } };
}

/** Drops what is unsaved: the operator discarded it. */
export function discarded(state: Editing): Editing {
  return { ...state, mine: baseline(state), sending: null, conflicts: [] };
}

/** The server stored what was sent, merged with what it had. */
export function acknowledged(state: Editing, saved: SavedDelivery): Editing {
  return rebased({ ...state, sending: null }, state.sending?.mine ?? baseline(state), saved);
}

/** The server stored nothing: a colleague had changed the same. */
export function refusedByConflict(state: Editing, theirs: SavedDelivery): Editing {
  const base = state.sending ? (state.sending.base ?? emptyContent) : baseline(state);
  return rebased({ ...state, sending: null }, base, theirs);
}

/** A colleague saved. While a save of ours is under way its answer brings the same, so nothing is done twice. */
export function heard(state: Editing, theirs: SavedDelivery): Editing {
  if (state.sending || (state.saved && theirs.version <= state.saved.version)) return state;
  return rebased(state, baseline(state), theirs);
}

/** Gives up a save that the server will never accept, so that an edit that mends it can be sent. */
export function gaveUp(state: Editing): Editing {
  return { ...state, sending: null };
}

export function keptMine(state: Editing, key: ConflictKey): Editing {
  return { ...state, conflicts: state.conflicts.filter((each) => each.key !== key) };
}

export function tookTheirs(state: Editing, key: ConflictKey): Editing {
  return { ...keptMine(state, key), mine: taking(key, state.mine, baseline(state)) };
}

function baseline({ saved, start }: Editing): DeliveryContent {
  return saved?.content ?? start;
}

/** Moves my edits, made on top of `from`, on top of what is saved now. Where both changed the same, mine stays on the screen. */
function rebased(state: Editing, from: DeliveryContent, saved: SavedDelivery): Editing {
  const merge = mergeContents(from, state.mine, saved.content);
  const found = merge.conflicts.map((conflict): OpenConflict => ({ key: keyOf(conflict), by: saved.lastChange }));
  const known = state.conflicts.filter(({ key }) => !found.some((each) => each.key === key));

  const mine = [...known, ...found].reduce((content, { key }) => taking(key, content, state.mine), merge.content);
  const conflicts = [...known, ...found].filter(({ key }) => differs(key, mine, saved.content));
  return { ...state, saved, mine, conflicts };
}

function keyOf(conflict: Conflict): ConflictKey {
  return conflict.part === 'line' ? `line:${conflict.lineId}` : conflict.part;
}

/** `content` with what `key` names as `from` has it. */
function taking(key: ConflictKey, content: DeliveryContent, from: DeliveryContent): DeliveryContent {
  if (isPart(key)) return withPart(key, content, from);
  return withLine(content, lineIdOf(key), findLine(from, key));
}

function differs(key: ConflictKey, one: DeliveryContent, other: DeliveryContent): boolean {
  if (isPart(key)) return !samePart(key, one, other);
  return !sameLine(findLine(one, key), findLine(other, key));
}

export function isPart(key: ConflictKey): key is PartName {
  return !key.startsWith('line:');
}

/** The line that a conflict is about; undefined on the side that removed it. */
export function findLine({ lines }: DeliveryContent, key: ConflictKey): OrderLine | undefined {
  return lines.find((line) => line.id === lineIdOf(key));
}

function lineIdOf(key: ConflictKey): string {
  return key.slice('line:'.length);
}

/** What a browser kept of an edit whose save was never acknowledged. */
export type KeptEdit = Omit<Editing, 'saved'> & { base: DeliveryContent | null };

export function toKeptEdit({ saved, ...rest }: Editing): KeptEdit {
  return { ...rest, base: saved?.content ?? null };
}

/** Takes up an edit where a reload, a crash or a lost connection interrupted it, on top of what is saved by now. */
export function restored({ base, ...kept }: KeptEdit, saved: SavedDelivery | null): Editing {
  if (!saved || kept.sending) return { ...kept, saved };
  return rebased({ ...kept, saved }, base ?? kept.start, saved);
}
