import type { DraftContent, DraftField, SharedDraft } from './types.ts';

type Saved = Pick<SharedDraft, 'version' | 'content'>;
type Named = { name: string };

/**
 * A draft in one browser. Each field belongs to whoever wrote it last; a colleague whose words were replaced is told, and can put
 * them back.
 *
 *   typed ──> mine ──begun──> sending ──stored──> saved (and own: what stands there is my last word)
 *               ^                │ failed                    │ heard: a colleague wrote another
 *               └────────────────┘                           v
 *                                                        replaced: theirs is shown, mine is offered
 */
export type Drafting = {
  /** As the server has it, as far as this browser knows. */
  saved: Saved;
  /** Written here and not stored yet. */
  mine: DraftContent;
  sending: DraftContent | null;
  /** What was written here last, of the fields whose last writer is here. */
  own: DraftContent;
  replaced: { content: DraftContent; by: Named | null } | null;
};

export const NO_DRAFT: Drafting = { saved: { version: 0, content: {} }, mine: {}, sending: null, own: {}, replaced: null };

/** What stands in the fields. */
export function shown({ saved, mine }: Drafting): DraftContent {
  return { ...saved.content, ...mine };
}

export function typed(state: Drafting, change: DraftContent): Drafting {
  const left = state.replaced && without(state.replaced.content, fieldsOf(change));
  const replaced = state.replaced && left && fieldsOf(left).length > 0 ? { ...state.replaced, content: left } : null;
  return { ...state, mine: { ...state.mine, ...change }, replaced };
}

/** The save to send now; null where there is nothing to save, or one is under way. */
export function begun(state: Drafting): (Drafting & { sending: DraftContent }) | null {
  if (state.sending || fieldsOf(state.mine).length === 0) return null;
  return { ...state, sending: state.mine };
}

/** The server has what was sent. What was written on meanwhile is still to be saved. `by`: who wrote before it. */
export function stored(state: Drafting, answer: Saved, by: Named | null): Drafting {
  // What a colleague wrote since is heard of first, as if it had been told.
  const { saved, own, replaced } = heard(state, { version: answer.version - 1, content: answer.content }, by);
  const sent = state.sending ?? {};
  const mine = without(
    state.mine,
    fieldsOf(sent).filter((field) => state.mine[field] === sent[field]),
  );
  const isNews = answer.version >= saved.version;
  return {
    mine,
    sending: null,
    own: { ...own, ...sent },
    replaced,
    saved: isNews ? { version: answer.version, content: answer.content } : saved,
  };
}

export function failed(state: Drafting): Drafting {
  return { ...state, sending: null };
}

/** What the server has by now, written by a colleague, or before a reload. */
export function heard(state: Drafting, theirs: Saved, by: Named | null): Drafting {
  if (theirs.version <= state.saved.version) return state;

  const lost = fieldsOf(state.own).filter((field) => theirs.content[field] !== state.own[field] && !(field in state.mine));
  const saved = { version: theirs.version, content: theirs.content };
  // Between a colleague's word and one of mine that is under way, mine comes later.
  const told = lost.filter((field) => state.own[field] !== '' && !(state.sending && field in state.sending));
  const own = without(state.own, lost);
  if (told.length === 0) return { ...state, saved, own };
  return { ...state, saved, own, replaced: { content: { ...state.replaced?.content, ...only(state.own, told) }, by } };
}

/** My words again, in the place of theirs. */
export function putBack(state: Drafting): Drafting {
  return state.replaced ? typed(state, state.replaced.content) : state;
}

export function leftTheirs(state: Drafting): Drafting {
  return { ...state, replaced: null };
}

/** It became an interest, by somebody else, while it is open here: what stands here stays, as a draft of this browser. */
export function registeredElsewhere(state: Drafting, version: number): Drafting {
  return { ...NO_DRAFT, saved: { version, content: {} }, mine: shown(state), replaced: state.replaced };
}

/** Whether somebody wrote something that a call should not be left with. */
export function isWaiting({ name, company, note, subject, whatToDo, description }: DraftContent): boolean {
  return [name, company, note, subject, whatToDo, description].some((text) => (text ?? '').trim() !== '');
}

const WORDS = ['name', 'company', 'city', 'note', 'subject', 'whatToDo', 'description'] as const satisfies DraftField[];

/** The words that stand there now and did not when `sent` was sent; a choice alone is nothing that would be missed. */
export function writtenSince(now: DraftContent, sent: DraftContent): DraftContent {
  return only(
    now,
    WORDS.filter((field) => now[field] !== undefined && now[field] !== sent[field]),
  );
}

export function fieldsOf(content: DraftContent): DraftField[] {
  return Object.keys(content).filter((field): field is DraftField => content[field as DraftField] !== undefined);
}

function without(content: DraftContent, fields: DraftField[]): DraftContent {
  return Object.fromEntries(Object.entries(content).filter(([field]) => !fields.some((each) => each === field)));
}

function only(content: DraftContent, fields: DraftField[]): DraftContent {
  return Object.fromEntries(Object.entries(content).filter(([field]) => fields.some((each) => each === field)));
}
