import { revalidatePath } from 'next/cache';
import { publish } from '../realtime/publish.ts';

/** Tells open cards and lists of a change that is committed: those who read deliveries are those who read customers. */
export function announceCustomer(customerId: string): void {
  publish('deliveries', 'customer:changed', { customerId });
  revalidatePath(`/customers/${customerId}`);
}
