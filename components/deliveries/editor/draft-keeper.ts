import type { Refusal } from '@/lib/action-result';
import type { SaveResult } from '@/lib/deliveries/actions';
import {
  acknowledged,
  beginSaving,
  type ConflictKey,
  discarded,
  type Editing,
  edited,
  gaveUp,
  hasUnsaved,
  heard,
  keptMine,
  refusedByConflict,
  restored,
  toKeptEdit,
  tookTheirs,
} from '@/lib/deliveries/editing';
import type { KeptCopy, SaveDelivery } from '@/lib/deliveries/schema';
import type { DeliveryContent, SavedDelivery } from '@/lib/deliveries/types';
import type { LocalCopies } from './local-copies';

const SAVE_AFTER_MS = 600;
const FIRST_RETRY_MS = 1_000;
const SLOWEST_RETRY_MS = 15_000;

export type SaveStatus =
  | { kind: 'untouched' | 'waiting' | 'saving' | 'offline' }
  | { kind: 'saved'; atMs: number }
  | { kind: 'refused'; reason: Refusal; fields: Record<string, string> };

export type Snapshot = { editing: Editing; status: SaveStatus };

type Dependencies = {
  deliveryId: string;
  callId: string | null;
  editing: Editing;
  save: (input: SaveDelivery) => Promise<SaveResult>;
  copies: LocalCopies;
  path: () => string;
};

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;

/**
 * Keeps one delivery safe while it is edited: on this computer at once, on the server soon after. One save at a time; one without
 * an answer is repeated as it was. It outlives the page it was made for until everything is acknowledged.
 */
export function createDraftKeeper({ deliveryId: givenId, callId: givenCall, editing, save, copies, path }: Dependencies) {
  let deliveryId = givenId;
  let callId = givenCall;
  let snapshot: Snapshot = { editing, status: { kind: 'untouched' } };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let retryMs = FIRST_RETRY_MS;
  const listeners = new Set<() => void>();

  function show(next: Editing, status: SaveStatus) {
    snapshot = { editing: next, status };
    if (hasUnsaved(next) || next.conflicts.length > 0) copies.keep({ deliveryId, callId, path: path(), edit: toKeptEdit(next) });
    else copies.drop(deliveryId);
    for (const listener of listeners) listener();
  }

  function saveIn(milliseconds: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void saveNow(), milliseconds);
  }

  function change(next: Editing) {
    show(next, hasUnsaved(next) ? { kind: 'waiting' } : snapshot.status);
    if (hasUnsaved(next)) saveIn(SAVE_AFTER_MS);
  }

  async function saveNow(isAskedFor = false): Promise<void> {
    clearTimeout(timer);
    running ??= saveAll(isAskedFor).finally(() => {
      running = null;
    });
    await running;
  }

  async function saveAll(isAskedFor: boolean): Promise<void> {
    for (let next = beginSaving(snapshot.editing, isAskedFor); next; next = beginSaving(snapshot.editing)) {
      show(next, { kind: 'saving' });
      if (!(await saveOnce({ deliveryId, callId, ...next.sending }))) return;
    }
  }

  /** Whether the server answered something that lets saving go on. */
  async function saveOnce(input: SaveDelivery): Promise<boolean> {
    const result = await save(input).catch(() => null);
    if (!result) {
      show(snapshot.editing, { kind: 'offline' });
      saveIn(retryMs);
      retryMs = Math.min(SLOWEST_RETRY_MS, retryMs * 2);
      return false;
    }

    retryMs = FIRST_RETRY_MS;
    if (result.ok) {
      show(acknowledged(snapshot.editing, result.data), { kind: 'saved', atMs: Date.now() });
      return true;
    }
    if ('theirs' in result) {
      show(refusedByConflict(snapshot.editing, result.theirs), { kind: 'saved', atMs: Date.now() });
      return true;
    }
    show(gaveUp(snapshot.editing), { kind: 'refused', reason: result.reason, fields: result.fields ?? {} });
    return false;
  }

  return {
    id: () => deliveryId,
    getSnapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edit: (part: Partial<DeliveryContent>) => change(edited(snapshot.editing, part)),
    keepMine: (key: ConflictKey) => change(keptMine(snapshot.editing, key)),
    takeTheirs: (key: ConflictKey) => change(tookTheirs(snapshot.editing, key)),
    /** What the server holds now: a colleague saved, or sending answered. */
    hear: (saved: SavedDelivery) => show(heard(snapshot.editing, saved), snapshot.status),
    /** Takes up what a reload interrupted. */
    restore(copy: KeptCopy) {
      deliveryId = copy.deliveryId;
      callId = copy.callId;
      change(restored(copy.edit, snapshot.editing.saved));
    },
    /** Saves what is unsaved now; false when something could not be. `isAskedFor` makes a draft of what is still untouched. */
    async flush({ isAskedFor = false } = {}): Promise<boolean> {
      if (hasUnsaved(snapshot.editing) || isAskedFor) await saveNow(isAskedFor);
      return !hasUnsaved(snapshot.editing);
    },
    /** Before discarding: waits for what is, or may be, on the server. False while nobody can say whether a first save arrived. */
    async settle(): Promise<boolean> {
      if (snapshot.editing.saved || snapshot.editing.sending) await saveNow();
      return snapshot.editing.saved !== null || snapshot.editing.sending === null;
    },
    /** Drops what is unsaved, here too: the operator discarded it. */
    discard() {
      clearTimeout(timer);
      show(discarded(snapshot.editing), { kind: 'untouched' });
    },
  };
}
