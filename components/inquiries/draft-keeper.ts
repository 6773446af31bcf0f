import type { ActionResult, Refusal } from '@/lib/action-result';
import type { SaveAnswer } from '@/lib/inquiries/draft-actions';
import {
  begun,
  type Drafting,
  failed,
  fieldsOf,
  heard,
  leftTheirs,
  NO_DRAFT,
  putBack,
  registeredElsewhere,
  shown,
  stored,
  typed,
  writtenSince,
} from '@/lib/inquiries/drafting';
import type { SaveDraft } from '@/lib/inquiries/schema';
import type { DraftContent, SharedDraft } from '@/lib/inquiries/types';
import { newId } from '@/lib/new-id';
import type { KeptInquiries } from './kept-inquiries';

const SAVE_AFTER_MS = 400;
const FIRST_RETRY_MS = 1_000;
const SLOWEST_RETRY_MS = 15_000;

export type DraftSnapshot = {
  content: DraftContent;
  replaced: Drafting['replaced'];
  /** `here`: on this computer only, because nobody else has its call, or the server refuses it: then `refusal` says why. */
  status: 'kept' | 'saving' | 'away' | 'here';
  refusal: Refusal | null;
  registered: SharedDraft['registered'];
  interests: SharedDraft['interests'];
  isLoaded: boolean;
};

type Dependencies = {
  /** Null for an inquiry without a call, which is kept on this computer. */
  callId: string | null;
  kept: KeptInquiries;
  read: (callId: string) => Promise<ActionResult<SharedDraft>>;
  save: (input: SaveDraft) => Promise<ActionResult<SaveAnswer>>;
};

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;

/** Keeps the draft of one call: on this computer at once, on the server soon after, and as colleagues write it. */
export function createDraftKeeper({ callId, kept, read, save }: Dependencies) {
  const found = kept.find();
  const settled: Pick<DraftSnapshot, 'status' | 'refusal'> = { status: callId ? 'kept' : 'here', refusal: null };
  let drafting: Drafting = { ...NO_DRAFT, mine: found?.mine ?? {} };
  let registrationId = found?.registrationId ?? null;
  let knownVersion = found?.version ?? 0;
  let isOpen = false;
  /** What stands here was registered, perhaps by this very wizard, whose answer was lost: until somebody writes on it is no draft again. */
  let isResting = false;
  let reading: Promise<void> | null = null;
  let isAskedAgain = false;
  /** The latest version that was told of. */
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let retryMs = FIRST_RETRY_MS;
  let snapshot: DraftSnapshot = {
    content: shown(drafting),
    replaced: null,
    ...settled,
    registered: null,
    interests: [],
    isLoaded: callId === null,
  };
  const listeners = new Set<() => void>();

  function show(next: Drafting, change: Partial<DraftSnapshot> = {}) {
    drafting = next;
    knownVersion = Math.max(knownVersion, next.saved.version);
    snapshot = { ...snapshot, content: shown(next), replaced: next.replaced, ...change };
    if (fieldsOf(next.mine).length > 0 || registrationId) kept.keep({ version: knownVersion, mine: next.mine, registrationId });
    else kept.drop();
    for (const listener of listeners) listener();
  }

  function saveIn(milliseconds: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void saveNow(), milliseconds);
  }

  /** One save at a time: who asks meanwhile waits until what is written by then is stored, or cannot be. */
  function saveNow(): Promise<void> {
    clearTimeout(timer);
    running = (running ?? Promise.resolve()).then(saveAll, saveAll);
    return running;
  }

  function nextSave() {
    return callId && !isResting ? begun(drafting) : null;
  }

  async function saveAll(): Promise<void> {
    for (let next = nextSave(); callId && next; next = nextSave()) {
      show(next, { status: 'saving' });
      const answer = await save({ callId, version: knownVersion, changes: next.sending }).catch(() => null);
      if (!answer?.ok) return notSaved(answer?.reason ?? null);

      retryMs = FIRST_RETRY_MS;
      const { draft, replacedBy, isRegistered } = answer.data;
      if (isRegistered) hear(draft);
      else show(stored(drafting, draft, replacedBy), { ...settled, ...toldBy(draft) });
    }
    if (newest > drafting.saved.version) load();
  }

  /** What the server does not take, as for a call that is nobody's any more, this computer keeps; without an answer it is sent again. */
  function notSaved(refusal: Refusal | null) {
    show(failed(drafting), { status: refusal ? 'here' : 'away', refusal });
    if (refusal) return;
    saveIn(retryMs);
    retryMs = Math.min(SLOWEST_RETRY_MS, retryMs * 2);
  }

  function hear(draft: SharedDraft) {
    const known = toldBy(draft);
    if (draft.registered && draft.version > knownVersion) {
      // What comes after it is another inquiry. What stands in an open wizard may be this very one, whose answer was lost.
      if (!isOpen) registrationId = null;
      isResting = isOpen;
      const next = isOpen ? registeredElsewhere(drafting, draft.version) : emptyAt(draft.version);
      show(next, { ...known, ...settled, ...(isOpen && { status: 'here' }) });
      return;
    }
    show(heard(drafting, draft, draft.changedBy), known);
    if (fieldsOf(drafting.mine).length > 0 && !isResting) saveIn(SAVE_AFTER_MS);
  }

  function write(next: Drafting) {
    isResting = false;
    show(next);
    if (callId) saveIn(SAVE_AFTER_MS);
  }

  async function readOnce(id: string): Promise<void> {
    do {
      isAskedAgain = false;
      const answer = await read(id).catch(() => null);
      if (answer?.ok) hear(answer.data);
      else if (answer) show(drafting, { isLoaded: true });
    } while (isAskedAgain);
  }

  /** Asks the server what stands there. */
  function load() {
    if (!callId) return;
    isAskedAgain = reading !== null;
    reading ??= readOnce(callId).finally(() => {
      reading = null;
    });
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    load,
    /** There is news of it; what one wrote oneself is known, or about to be. */
    heardOf(version: number) {
      newest = Math.max(newest, version);
      if (version > drafting.saved.version && !drafting.sending) load();
    },
    hear,
    type: (change: DraftContent) => write(typed(drafting, change)),
    putBack: () => write(putBack(drafting)),
    leaveTheirs: () => show(leftTheirs(drafting)),
    flush: saveNow,
    /** While the wizard is open nothing takes away what stands in it. */
    setOpen(next: boolean) {
      isOpen = next;
    },
    /** The same each time, until it is registered. */
    registrationId(): string {
      registrationId ??= newId();
      show(drafting);
      return registrationId;
    },
    /** It became an interest, here: of the draft only what was written after `sent` is left. */
    registered(interest: { interestId: string; number: number }, sent: DraftContent) {
      clearTimeout(timer);
      registrationId = null;
      isResting = false;
      const later = writtenSince(shown(drafting), sent);
      show({ ...emptyAt(drafting.saved.version), mine: later }, { ...settled, registered: callId ? interest : null });
      load();
    },
    /** It was thrown away, here. */
    dropped() {
      clearTimeout(timer);
      registrationId = null;
      isResting = false;
      show(emptyAt(drafting.saved.version), settled);
      load();
    },
  };
}

function emptyAt(version: number): Drafting {
  return { ...NO_DRAFT, saved: { version, content: {} } };
}

function toldBy({ registered, interests }: SharedDraft) {
  return { registered, interests, isLoaded: true };
}
