'use client';

import { UserCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Chosen } from '@/lib/customers/filling';
import { samePhone } from '@/lib/deliveries/merge';
import { useDesk } from '../../softphone/desk-context';
import { Button } from '../../ui/button';
import { useContent } from './editor-context';

/** Whoever calls from the number of this delivery is known by now, perhaps since a minute: one press, and it is for them. */
export function CallerOffer({ onChoose }: { onChoose: (caller: Chosen) => void }) {
  const t = useTranslations('client');
  const { current } = useDesk();
  const phone = useContent('phone');
  const call = current.map((each) => each.call).find(({ number }) => samePhone(number.display, phone));
  const [caller, ...others] = call?.card.customers ?? [];
  if (!call || !caller || others.length > 0) return null;

  return (
    <Button
      className="max-w-full self-start"
      icon={<UserCheck aria-hidden="true" />}
      onClick={() => onChoose({ id: caller.id, name: caller.name, display: call.number.display, address: null })}
    >
      <span className="min-w-0 truncate">{t('callerIs', { name: caller.name })}</span>
    </Button>
  );
}
