import type { DeskCall } from '@/lib/caller-card/types';

/** Whether a call may become an inquiry: one that was answered, and of nobody in the house. */
export function hasInquiry({ direction, card, answeredAt }: DeskCall): boolean {
  return direction !== 'internal' && card.colleague === null && answeredAt !== null;
}
