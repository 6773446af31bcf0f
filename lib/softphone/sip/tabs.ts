/** How the tabs of one browser hear each other; `BroadcastChannel`, or a double of it. */
export type TabChannel = {
  send(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
};

/** Grants a lock to one tab at a time, until `held` resolves; the Web Locks API, or a double of it. */
export type TabLock = (held: () => Promise<void>, signal: AbortSignal) => Promise<void>;

type Message<State, Act, Answer> =
  | { type: 'state'; state: State }
  | { type: 'ask' }
  | { type: 'gone' }
  | { type: 'act'; id: string; act: Act }
  | { type: 'answer'; id: string; answer: Answer };

/** What one tab leads for all. */
export type Lead<State, Act, Answer> = {
  state(): State;
  perform(act: Act): Promise<Answer>;
  stop(): void;
};

export type TabsWorld<State, Act, Answer> = {
  channel: TabChannel;
  lock: TabLock;
  /** Called when this tab becomes the leading one. `changed` tells every tab the new state. */
  lead(changed: () => void): Lead<State, Act, Answer>;
  onState(state: State): void;
  /** The leading tab went away: until another leads nobody knows how its calls fare. */
  onLeadGone(): void;
  /** What an act answers where no tab leads, or the leading one does not answer. */
  noAnswer: Answer;
};

// Longer than a person takes to allow the microphone; a tab that goes away says so.
const ANSWER_TIMEOUT_MS = 75_000;

/**
 * One tab of a browser leads; the others show its state and act through it. When the leading tab closes, the lock goes to
 * another (R23). Messages stay within this browser and this origin.
 */
export function joinTabs<State, Act, Answer>({
  channel,
  lock,
  lead,
  onState,
  onLeadGone,
  noAnswer,
}: TabsWorld<State, Act, Answer>) {
  const left = new AbortController();
  const waiting = new Map<string, (answer: Answer) => void>();
  let leading: Lead<State, Act, Answer> | null = null;
  let release: () => void = () => undefined;

  const send = (message: Message<State, Act, Answer>) => {
    if (!left.signal.aborted) channel.send(message);
  };
  const perform = (lead: Lead<State, Act, Answer>, act: Act) => lead.perform(act).catch(() => noAnswer);

  function tell() {
    if (!leading) return;
    const state = leading.state();
    onState(state);
    send({ type: 'state', state });
  }

  function forgetLead() {
    onLeadGone();
    for (const settle of [...waiting.values()]) settle(noAnswer);
  }

  channel.listen((heard) => {
    // Only tabs of ours, of this very version, speak on this channel.
    const message = heard as Message<State, Act, Answer>;
    switch (message.type) {
      case 'state':
        if (!leading) onState(message.state);
        break;
      case 'ask':
        tell();
        break;
      case 'gone':
        if (!leading) forgetLead();
        break;
      case 'act':
        if (leading) void perform(leading, message.act).then((answer) => send({ type: 'answer', id: message.id, answer }));
        break;
      case 'answer':
        waiting.get(message.id)?.(message.answer);
    }
  });

  const led = lock(async () => {
    if (left.signal.aborted) return;
    // One that crashed had no time to say so: what was asked of it is not waited for, and its calls are not over.
    send({ type: 'gone' });
    forgetLead();
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    leading = lead(tell);
    tell();
    await until;
  }, left.signal);
  // Leaving while one waits for the lock is no failure.
  led.catch(() => undefined);
  send({ type: 'ask' });

  return {
    isLeading: () => leading !== null,

    act(act: Act): Promise<Answer> {
      if (leading) return perform(leading, act);
      if (left.signal.aborted) return Promise.resolve(noAnswer);

      const id = crypto.randomUUID();
      return new Promise((resolve) => {
        const settle = (answer: Answer) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        const timer = setTimeout(() => settle(noAnswer), ANSWER_TIMEOUT_MS);
        waiting.set(id, settle);
        send({ type: 'act', id, act });
      });
    },

    /** The page goes away: the others need not wait until the next one leads. */
    sayGoodbye(): void {
      if (leading) send({ type: 'gone' });
    },

    leave(): void {
      if (leading) send({ type: 'gone' });
      left.abort();
      leading?.stop();
      leading = null;
      release();
      channel.close();
    },
  };
}
