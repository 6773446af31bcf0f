'use client';

import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from 'react';
import { readCustomer } from '@/lib/customers/actions';
import type { CustomerFacts } from '@/lib/customers/types';
import { useLiveEvent } from '../../live/use-live-event';
import { useContent, useEditor } from './editor-context';

type CustomerOfDelivery = {
  customerId: string | null;
  /** Null for nobody, and until what is known has come: nothing waits for it. */
  customer: CustomerFacts | null;
  hasFailed: boolean;
  /** What an action answered already need not be asked for again. */
  learn: (customer: CustomerFacts) => void;
};

const CustomerContext = createContext<CustomerOfDelivery | null>(null);

/** Who the delivery is for. Follows the delivery: a customer whom a colleague chose is looked up here too. */
export function CustomerProvider({ initial, children }: { initial: CustomerFacts | null; children: ReactNode }) {
  const { keeper, isReadOnly } = useEditor();
  const customerId = useContent('customerId');
  const [known, setKnown] = useState(initial);
  const [failedId, setFailedId] = useState<string | null>(null);
  const customer = known?.id === customerId ? known : null;
  const missingId = customer ? null : customerId;

  const read = useEffectEvent(async (id: string, isStale: () => boolean) => {
    const answer = await readCustomer(id).catch(() => null);
    if (isStale()) return;
    if (answer?.ok) setKnown(answer.data);
    // Merged into another meanwhile: the delivery is for that one.
    if (answer?.ok && answer.data.id !== id && !isReadOnly) keeper.edit({ customerId: answer.data.id });
    setFailedId(answer?.ok ? null : id);
  });

  useEffect(() => {
    if (!missingId) return;
    let isStale = false;
    void read(missingId, () => isStale);
    return () => {
      isStale = true;
    };
  }, [missingId]);

  useLiveEvent('customer:changed', async ({ customerId: changedId }) => {
    if (changedId !== customerId) return;
    const answer = await readCustomer(changedId).catch(() => null);
    if (answer?.ok) setKnown((now) => (now && now.id !== changedId ? now : answer.data));
  });

  const value = { customerId, customer, hasFailed: missingId !== null && failedId === missingId, learn: setKnown };
  return <CustomerContext value={value}>{children}</CustomerContext>;
}

export function useCustomer(): CustomerOfDelivery {
  const customer = use(CustomerContext);
  if (!customer) throw new Error('useCustomer needs a CustomerProvider above it.');
  return customer;
}
