import type { Refused } from '@/lib/action-result';
import type { Sending } from './send-file';

/** So that one large file does not keep a small one waiting, and ten do not share one narrow line. */
const AT_ONCE = 2;

export type Upload = {
  id: string;
  name: string;
  bytes: number;
  /** `broken`: no answer came, so that it may be sent again. `refused`: it never will be taken. */
  phase: 'waiting' | 'sending' | 'broken' | 'refused';
  /** From 0 to 1. */
  share: number;
  refusal: Refused | null;
};

export type Picked = { name: string; size: number };

type Dependencies<Source extends Picked> = {
  newId: () => string;
  /** Why it need not be sent at all; null where it is worth a try. */
  refuses: (source: Source) => Refused | null;
  send: (id: string, source: Source, onProgress: (share: number) => void) => Sending;
  onDone: (id: string) => void;
};

// waiting ──room──> sending ──stored──> gone          broken ──retry──> waiting
//    └──────────────────┴──cancel──> gone             sending ──no answer──> broken, ──refused──> refused
/** Files on their way to the server, in the order in which they were picked. A file that is sent again keeps its id, so it is stored once. */
export function createUploadQueue<Source extends Picked>({ newId, refuses, send, onDone }: Dependencies<Source>) {
  const sources = new Map<string, Source>();
  const sendings = new Map<string, Sending>();
  const listeners = new Set<() => void>();
  let uploads: readonly Upload[] = [];

  function settle(next: readonly Upload[]) {
    uploads = next;
    for (const listener of listeners) listener();
  }

  function change(id: string, changed: Partial<Upload>) {
    settle(uploads.map((upload) => (upload.id === id ? { ...upload, ...changed } : upload)));
  }

  function leave(id: string) {
    sources.delete(id);
    sendings.delete(id);
    settle(uploads.filter((upload) => upload.id !== id));
  }

  function startWaiting() {
    const room = AT_ONCE - sendings.size;
    const next = uploads.filter(({ phase }) => phase === 'waiting').slice(0, Math.max(0, room));
    for (const { id } of next) void start(id);
  }

  async function start(id: string) {
    const source = sources.get(id);
    if (!source) return;
    change(id, { phase: 'sending', share: 0 });
    const sending = send(id, source, (share) => change(id, { share }));
    sendings.set(id, sending);

    const answer = await sending.answer;
    // Cancelled meanwhile, or sent again.
    if (sendings.get(id) !== sending) return;
    sendings.delete(id);
    if (answer?.ok) {
      leave(id);
      onDone(id);
    } else if (answer === null || answer.reason === 'unavailable' || answer.reason === 'fileCutShort') {
      change(id, { phase: 'broken' });
    } else {
      change(id, { phase: 'refused', refusal: answer });
    }
    startWaiting();
  }

  return {
    add(picked: readonly Source[]) {
      const added = picked.map((source): Upload => {
        const id = newId();
        const refusal = refuses(source);
        if (!refusal) sources.set(id, source);
        const { name, size } = source;
        return { id, name, bytes: size, phase: refusal ? 'refused' : 'waiting', share: 0, refusal };
      });
      settle([...uploads, ...added]);
      startWaiting();
    },
    retry(id: string) {
      change(id, { phase: 'waiting', share: 0 });
      startWaiting();
    },
    /** Stops it where it is; also takes one off the list that failed. */
    cancel(id: string) {
      const sending = sendings.get(id);
      leave(id);
      sending?.cancel();
      startWaiting();
    },
    snapshot: () => uploads,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
