'use client';

import { UserPlus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { type Chosen, fillingOf } from '@/lib/customers/filling';
import type { DeliveryPhone } from '@/lib/deliveries/types';
import { Button } from '../../ui/button';
import { Panel } from '../panel';
import { CallerOffer } from './caller-offer';
import { ContentField } from './content-field';
import { useCustomer } from './customer-context';
import { CustomerSearch } from './customer-search';
import { useEditor } from './editor-context';
import { KnownCustomer } from './known-customer';
import { NewCustomer } from './new-customer';
import { PhoneField } from './phone-field';
import { useSendProblem } from './use-send-problem';

/** The step "Client" (S0.16b): who it is for, found, added or known already. */
export function CustomerPanel({ startPhone }: { startPhone: DeliveryPhone }) {
  const t = useTranslations('client');
  const { keeper, isReadOnly } = useEditor();
  const { customerId, customer, hasFailed } = useCustomer();
  const nobody = useSendProblem('phone');
  const [isAdding, setAdding] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const isOpenToChoice = !customerId && !isReadOnly;

  function choose(found: Chosen) {
    keeper.edit(fillingOf(keeper.getSnapshot().editing.mine, found));
    void keeper.flush();
    setAdding(false);
    focusFirst(panel.current);
  }

  return (
    <div ref={panel}>
      <Panel title={t('title')} aside={customerId && <OpenCard customerId={customerId} />}>
        <div className="flex flex-col gap-3 p-3">
          {customer && <KnownCustomer customer={customer} />}
          {customerId && !customer && <p className="text-muted">{hasFailed ? t('factsFailed') : t('factsLoading')}</p>}
          {isOpenToChoice && <CallerOffer onChoose={choose} />}
          {isOpenToChoice && !isAdding && <CustomerSearch onChoose={choose} />}
          <PhoneField start={startPhone} error={nobody} />
          {isOpenToChoice && isAdding ? (
            <NewCustomer
              onChoose={choose}
              onClose={() => {
                setAdding(false);
                focusFirst(panel.current);
              }}
            />
          ) : (
            <ContentField field="customerName" label={t('name')} />
          )}
          {isOpenToChoice && !isAdding && (
            <Button icon={<UserPlus aria-hidden="true" />} onClick={() => setAdding(true)}>
              {t('addNew')}
            </Button>
          )}
        </div>
      </Panel>
    </div>
  );
}

/** What had the focus is gone: the keyboard goes on at the first field of the step, as soon as it stands there. */
function focusFirst(step: HTMLElement | null): void {
  requestAnimationFrame(() => step?.querySelector('input')?.focus());
}

function OpenCard({ customerId }: { customerId: string }) {
  const t = useTranslations('client');

  return (
    <Link href={`/customers/${customerId}`} className="text-accent-text hover:underline">
      {t('openCard')}
    </Link>
  );
}
