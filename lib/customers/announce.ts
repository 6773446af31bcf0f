import { revalidatePath } from 'next/cache';
import { renewCardsOf } from '../caller-card/renew.ts';
import { publish } from '../realtime/publish.ts';

/** Tells the calls that are up with them, open cards and lists of a change that is committed: those who read deliveries are those who read customers. */
export function announceCustomer(customerId: string): void {
  publish('deliveries', 'customer:changed', { customerId });
  void renewCardsOf(customerId);
  revalidatePath(`/customers/${customerId}`);
}
