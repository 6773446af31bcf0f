import { readDraft, saveDraft } from '@/lib/inquiries/draft-actions';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper';
import { keptInquiry } from './kept-inquiries';

/** Of calls long over nobody asks any more. */
const KEPT = 50;
const keepers = new Map<string, DraftKeeper>();

type Subject = { callId: string | null; customerId?: string | null };

/** The one keeper of a call's draft in this tab, whatever shows it: the dock, the quick entry, the wizard. */
export function draftKeeperOf(userId: string, { callId, customerId = null }: Subject): DraftKeeper {
  const subject = callId ?? (customerId ? `customer-${customerId}` : 'new');
  const key = `${userId} ${subject}`;
  const known = keepers.get(key);
  if (known) return known;

  const keeper = createDraftKeeper({ callId, kept: keptInquiry(userId, subject), read: readDraft, save: saveDraft });
  keepers.set(key, keeper);
  const [oldest] = keepers.keys();
  if (keepers.size > KEPT && oldest) keepers.delete(oldest);
  return keeper;
}
