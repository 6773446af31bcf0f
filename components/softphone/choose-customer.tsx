'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { CardCustomer } from '@/lib/caller-card/types';
import { whyFirst } from '@/lib/caller-card/why-first';
import { ClassIcon } from '../ui/class-icon';
import { Dialog } from '../ui/dialog';
import { chooseFor } from './chosen-customers';
import { useDesk } from './desk-context';
import { newDeliveryPath } from './destination-path';
import { WhyFirst } from './why-first';

export type ChooseCustomerProps = { customers: CardCustomer[]; phone: string; callId: string; onClose: () => void };

/** Several customers have the number that calls (S0.14). Closing it leaves nothing behind: nothing was made yet (S0.14a). */
export function ChooseCustomer({ customers, phone, callId, onClose }: ChooseCustomerProps) {
  const t = useTranslations('phone');
  const router = useRouter();
  const { me } = useDesk();

  function choose(customer: CardCustomer) {
    onClose();
    chooseFor(me.id, { callId, e164: phone, customerId: customer.id });
    router.push(newDeliveryPath({ phone, customerId: customer.id, callId }));
  }

  return (
    <Dialog title={t('chooseCustomer')} onClose={onClose}>
      <p className="mb-3 text-muted">{t('chooseCustomerHint')}</p>
      <ul className="flex flex-col gap-2">
        {customers.map((customer, index) => (
          <li key={customer.id}>
            <button
              type="button"
              // Whom they meant the last time is one press of Enter away.
              // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus anyway, and this is where it is wanted
              autoFocus={index === 0}
              onClick={() => choose(customer)}
              className="button button--outline h-auto min-h-12 w-full justify-start whitespace-normal py-2 text-start"
            >
              <span className="flex min-w-0 flex-1 flex-col">
                <bdi className="wrap-anywhere font-medium text-md">{customer.name}</bdi>
                <span className="flex items-center gap-1.5 text-muted">
                  <ClassIcon of={customer.class} />
                  <bdi className="wrap-anywhere min-w-0">{[customer.company, customer.city].filter(Boolean).join(', ')}</bdi>
                </span>
                {index === 0 && <WhyFirst reason={whyFirst(customer)} />}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
