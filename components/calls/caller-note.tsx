import type { CardCustomer } from '@/lib/caller-card/types';
import { CustomerNote } from '../customers/customer-note';

export function CallerNote({ customer, isUp }: { customer: CardCustomer; isUp: boolean }) {
  return <CustomerNote note={customer.note} isProblem={customer.class === 'problem'} isShort={!isUp} />;
}
