import { setTimeout as wait } from 'node:timers/promises';
import { log } from '../log.ts';
import type { Outside } from '../outgoing/outside.ts';
import { type AsteriskState, NO_CALLS, translate } from '../pbx/asterisk.ts';
import { AmiEvent } from '../pbx/asterisk-ami.ts';
import type { PbxEventInput } from '../pbx/envelope.ts';
import { openAmi } from './ami-client.ts';
import { pbxTime, requirePermission } from './ami-facts.ts';
import type { AmiMessage } from './ami-protocol.ts';
import { checkDevices } from './device-check.ts';
import type { Post, PostQueue } from './post-queue.ts';
import { postsOf, toPosts } from './posts.ts';
import { type Presentations, storedPresentations, syncPresentations } from './presentation.ts';
import { AmiFailure, type PbxProblem } from './problems.ts';
import { resync } from './resync.ts';
import type { AsteriskServer } from './servers.ts';

export type LinkDependencies = {
  queue: PostQueue;
  now: () => Date;
  onUp: () => void;
  signal: AbortSignal;
  outside?: Outside;
  /** How often the PBX is asked whether we still know what it knows. */
  checkEveryMs?: number;
};

/** Those that the translator reads, and no more: variables, RTCP and CEL are most of what an Asterisk says. */
const EVENTS = 'call,agent,system';
const CHECK_EVERY_MS = 60_000;
const RETRY_MS = 1_000;
/** What may be heard while the database is away and the calls are not yet known; more is a PBX to be asked anew. */
const KEPT_EVENTS = 50_000;

/** One connection to an Asterisk, from its login to its end. Resolves with why it ended; null when it was told to. */
export async function runLink(server: AsteriskServer, dependencies: LinkDependencies): Promise<PbxProblem | null> {
  const { queue, now, signal, outside, checkEveryMs = CHECK_EVERY_MS } = dependencies;
  let state: AsteriskState = NO_CALLS;
  /** Null while events are translated as they come. */
  let kept: AmiMessage[] | null = [];
  let missing: ReadonlySet<string> | null = null;
  let presented: Presentations | null = null;
  let isCatchingUp = false;

  const session = await openAmi(server.ami, { events: EVENTS, outside, onEvent: hear });
  const stop = () => session.close();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let isOver = false;
  const ended = session.ended.then((problem) => {
    isOver = true;
    return problem;
  });

  function hear(message: AmiMessage): void {
    kept?.push(message);
    if (!kept) follow(message);
    else if (kept.length > KEPT_EVENTS) session.close();
  }

  function follow(message: AmiMessage): void {
    // Without timestampevents=yes the time of arrival is as good as there is.
    const event = AmiEvent.safeParse({ Timestamp: String(now().getTime() / 1000), ...message });
    if (!event.success) return;
    const translation = translate(state, event.data, server.config);
    state = translation.state;
    push(postsOf(event.data, translation.events));
  }

  function push(posts: Post[]): void {
    if (posts.every((post) => queue.push(post)) || isCatchingUp) return;
    log.warn({ source: server.source.slug, waiting: queue.size() }, 'More events than can be kept: the calls are asked for anew');
    isCatchingUp = true;
    void queue.empty().then(() => untilDone(catchUp));
  }

  /** Begins from what Asterisk has now; what it says meanwhile is told after that. */
  async function catchUp(): Promise<void> {
    kept ??= [];
    state = NO_CALLS;
    missing = null;
    // Or until there is nobody to ask any more: while the database is away the queue does not empty, and who is told to end must end.
    await Promise.race([queue.empty(), ended]);
    if (isOver) return;
    await bringInLine();

    const heard = kept;
    kept = null;
    isCatchingUp = false;
    for (const message of heard) follow(message);
  }

  async function bringInLine(): Promise<void> {
    const at = await pbxTime(session, now());
    const memory = {
      read: () => state,
      write: (next: AsteriskState) => {
        state = next;
      },
      isBorn: (callId: string) => kept?.some((each) => each.Event === 'Newchannel' && each.Uniqueid === callId) ?? false,
    };
    const { lost, adopted, posts, ...seen } = await resync(session, server, memory, { now: now(), at, missedBefore: missing });
    missing = seen.missing;
    if (lost + adopted > 0) log.info({ source: server.source.slug, lost, adopted }, 'Calls were brought in line with Asterisk');
    push(posts);

    const devices: PbxEventInput[] = await checkDevices(session, server, at);
    push(toPosts(`devices:${at.getTime()}`, devices));
    presented = await syncPresentations(session, server.source.id, presented ?? (await storedPresentations(session)));
  }

  /** The database may be away: then it is tried again, as long as the connection stands. */
  async function untilDone(work: () => Promise<void>): Promise<void> {
    while (!isOver) {
      try {
        return await work();
      } catch (error) {
        if (error instanceof AmiFailure) return;
        log.warn({ err: error, source: server.source.slug }, 'The calls of an Asterisk could not be brought in line');
        await wait(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  let isChecking = false;
  const timer = setInterval(async () => {
    if (kept || isChecking) return;
    isChecking = true;
    await bringInLine().catch((error) => {
      if (!isOver) log.warn({ err: error, source: server.source.slug }, 'The calls of an Asterisk could not be checked');
    });
    isChecking = false;
  }, checkEveryMs);

  try {
    await requirePermission(session);
    await untilDone(catchUp);
    if (!isOver) dependencies.onUp();
    const problem = await ended;
    return signal.aborted ? null : problem;
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
    session.close();
  }
}
