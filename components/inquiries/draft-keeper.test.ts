import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ActionResult, doneWith, refused } from '@/lib/action-result';
import type { SaveAnswer } from '@/lib/inquiries/draft-actions';
import type { SaveDraft } from '@/lib/inquiries/schema';
import type { SharedDraft } from '@/lib/inquiries/types';
import { createDraftKeeper } from './draft-keeper';
import type { KeptInquiry } from './kept-inquiries';

const CALL = '7b0c9d6e-3f55-4a5a-9a52-0f2b8d3b1c11';
const OLD_ID = '00000000-0000-4000-8000-000000000001';
const SOON_MS = 400;
const draft = (version: number, content: SharedDraft['content'] = {}): SharedDraft => ({
  version,
  content,
  changedBy: null,
  registered: null,
  interests: [],
});
const INTEREST = { id: CALL, number: 12, subject: 'Lunch', potentialName: '', by: null };
const REGISTERED: SharedDraft = { ...draft(9), registered: { interestId: CALL, number: 12 }, interests: [INTEREST] };

/** A computer that keeps one draft, and a server that answers as it is told. */
function desk(found: KeptInquiry | null = null, callId: string | null = CALL) {
  let kept = found;
  const read = vi.fn(async () => ({ ok: true as const, data: draft(0) }));
  const save = vi.fn(async ({ changes }: SaveDraft): Promise<ActionResult<SaveAnswer>> => {
    const answer = draft(save.mock.calls.length, changes);
    return doneWith({ draft: answer, isRegistered: false, replacedBy: null });
  });
  const store = {
    keep: (next: KeptInquiry) => {
      kept = next;
    },
    drop: () => {
      kept = null;
    },
    find: () => kept,
  };
  return { keeper: createDraftKeeper({ callId, kept: store, read, save }), read, save, kept: () => kept };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('[S3.16] the keeper of a draft', () => {
  test('keeps what is typed here at once, and on the server soon after, several keys at a time', async () => {
    const { keeper, save, kept } = desk();
    keeper.type({ subject: 'Lun' });
    keeper.type({ subject: 'Lunch' });
    expect(kept()?.mine).toEqual({ subject: 'Lunch' });
    expect(save).not.toHaveBeenCalled();

    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(save.mock.calls).toMatchObject([[{ callId: CALL, changes: { subject: 'Lunch' } }]]);
    expect(keeper.getSnapshot()).toMatchObject({ status: 'kept', content: { subject: 'Lunch' } });
    expect(kept()).toBeNull();
  });

  test('says that it is kept here while the server is away, and sends it when it is back', async () => {
    const { keeper, save } = desk();
    save.mockRejectedValueOnce(new Error('away'));
    keeper.type({ subject: 'Lunch' });
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(keeper.getSnapshot()).toMatchObject({ status: 'away', content: { subject: 'Lunch' } });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.getSnapshot().status).toBe('kept');
  });

  test('who waits for it waits for a save that is under way, too', async () => {
    const { keeper, save } = desk();
    let answerFirst = () => {};
    const wait = new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    save.mockImplementationOnce(async ({ changes }) => {
      await wait;
      return doneWith({ draft: draft(1, changes), isRegistered: false, replacedBy: null });
    });
    keeper.type({ subject: 'Lunch' });
    await vi.advanceTimersByTimeAsync(SOON_MS);
    let isFlushed = false;
    const flushed = keeper.flush().then(() => {
      isFlushed = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(isFlushed).toBe(false);
    answerFirst();
    await flushed;
    expect(keeper.getSnapshot().status).toBe('kept');
  });

  test('takes up after a reload what the server never had', async () => {
    const { keeper, save } = desk({ version: 3, mine: { subject: 'Lunch' }, registrationId: null });
    expect(keeper.getSnapshot().content).toEqual({ subject: 'Lunch' });
    keeper.hear(draft(3, { name: 'Ewelina' }));
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(save.mock.calls[0]).toMatchObject([{ version: 3, changes: { subject: 'Lunch' } }]);
  });

  test('without a call it stays on this computer', async () => {
    const { keeper, save, kept } = desk(null, null);
    keeper.type({ subject: 'Lunch' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(kept()?.mine).toEqual({ subject: 'Lunch' });
    expect(keeper.getSnapshot().status).toBe('here');
  });

  test.each(['notFound', 'invalid', 'signedOut'] as const)(
    'refused as %s it is kept here, and not sent again and again',
    async (reason) => {
      const { keeper, save } = desk();
      save.mockResolvedValue(refused(reason));
      keeper.type({ subject: 'Lunch' });
      await vi.advanceTimersByTimeAsync(60_000);
      expect(save).toHaveBeenCalledTimes(1);
      expect(keeper.getSnapshot()).toMatchObject({ status: 'here', refusal: reason, content: { subject: 'Lunch' } });
    },
  );

  test('reads again what was told of, but not what it wrote itself', async () => {
    const { keeper, read } = desk();
    keeper.type({ subject: 'Lunch' });
    await vi.advanceTimersByTimeAsync(SOON_MS);
    keeper.heardOf(1);
    expect(read).not.toHaveBeenCalled();
    keeper.heardOf(2);
    expect(read).toHaveBeenCalledTimes(1);
  });

  test('registered by a colleague, it is gone where nobody writes, and stays where somebody does', () => {
    const closed = desk();
    closed.keeper.type({ name: 'Ewelina' });
    closed.keeper.hear(REGISTERED);
    expect(closed.keeper.getSnapshot()).toMatchObject({ content: {}, interests: [{ number: 12 }] });

    const open = desk();
    open.keeper.setOpen(true);
    open.keeper.type({ name: 'Ewelina' });
    open.keeper.hear(REGISTERED);
    expect(open.keeper.getSnapshot()).toMatchObject({ content: { name: 'Ewelina' }, interests: [{ number: 12 }] });
  });

  test('[R9] what was registered while its answer was lost makes no draft again by itself; what is written on does', async () => {
    const { keeper, save } = desk();
    keeper.setOpen(true);
    keeper.type({ subject: 'Lunch' });
    await vi.advanceTimersByTimeAsync(SOON_MS);
    save.mockClear();
    keeper.hear(REGISTERED);
    await keeper.flush();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(keeper.getSnapshot()).toMatchObject({ content: { subject: 'Lunch' }, status: 'here' });

    keeper.type({ description: 'For forty' });
    await vi.advanceTimersByTimeAsync(SOON_MS);
    expect(save.mock.calls).toMatchObject([[{ changes: { subject: 'Lunch', description: 'For forty' } }]]);
  });

  test('[R28] words that a colleague wrote over are still offered when the draft is registered', async () => {
    const { keeper } = desk();
    keeper.setOpen(true);
    keeper.type({ description: 'mine' });
    await vi.advanceTimersByTimeAsync(SOON_MS);
    keeper.hear({ ...draft(2, { description: 'theirs' }), changedBy: { id: CALL, name: 'Sylwia' } });
    expect(keeper.getSnapshot().replaced).toMatchObject({ content: { description: 'mine' } });
    keeper.hear(REGISTERED);
    expect(keeper.getSnapshot().replaced).toMatchObject({ content: { description: 'mine' } });
    keeper.putBack();
    expect(keeper.getSnapshot().content.description).toBe('mine');
  });

  test('what is written while it is being registered is left, as a draft', async () => {
    const { keeper, save } = desk();
    keeper.type({ subject: 'Lunch', interestId: 'new' });
    await vi.advanceTimersByTimeAsync(SOON_MS);
    const sent = { ...keeper.getSnapshot().content };
    keeper.type({ description: 'For forty' });
    save.mockClear();
    keeper.registered({ interestId: CALL, number: 12 }, sent);
    expect(keeper.getSnapshot().content).toEqual({ description: 'For forty' });
    await keeper.flush();
    expect(save.mock.calls).toMatchObject([[{ changes: { description: 'For forty' } }]]);
  });

  test('[R9] the interest it becomes has one id, also after a reload, until it is registered', () => {
    const first = desk();
    const id = first.keeper.registrationId();
    expect(first.keeper.registrationId()).toBe(id);
    expect(desk(first.kept()).keeper.registrationId()).toBe(id);

    first.keeper.registered({ interestId: id, number: 12 }, {});
    expect(first.keeper.registrationId()).not.toBe(id);
  });

  test('[R9] what is written after it was registered, as is heard, is another inquiry', () => {
    const { keeper } = desk({ version: 1, mine: {}, registrationId: OLD_ID });
    expect(keeper.registrationId()).toBe(OLD_ID);
    keeper.hear({ ...draft(2, {}), registered: { interestId: OLD_ID, number: 12 } });
    expect(keeper.registrationId()).not.toBe(OLD_ID);
  });
});
