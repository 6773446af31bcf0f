import { revalidatePath } from 'next/cache';
import { publish } from '../realtime/publish.ts';

/** Tells open cards, lists and boards of a change that is committed. */
export function announceInterest(interestId: string, version: number, byId: string): void {
  publish('interests', 'interest:changed', { interestId, version, byId });
  revalidatePath('/interests', 'layout');
}
