import type { CardCustomer } from '@/lib/caller-card/types';
import { CustomerNote } from '../customers/customer-note';

export function CallerNote({ customer }: { customer: CardCustomer }) {
  return <CustomerNote note={customer.note} isProblem={customer.class === 'problem'} />;
}
