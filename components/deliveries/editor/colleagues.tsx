'use client';

import { useTranslations } from 'next-intl';
import type { DeliveryPresence } from '@/lib/realtime/events';
import { initials } from '../../ui/initials';

const SHOWN = 3;

/** "Oskar is in the address": said politely, and only that. Both may go on writing. */
export function Colleagues({ people }: { people: DeliveryPresence[] }) {
  const t = useTranslations('deliveryCard.presence');
  const words = people.map(({ name, part }) => (part ? t(part, { name }) : t('open', { name }))).join('. ');

  return (
    <p
      role="status"
      aria-label={t('title')}
      className="flex min-w-0 flex-1 items-center gap-1.5 text-held text-xs max-sm:empty:hidden"
    >
      {people.slice(0, SHOWN).map((person) => (
        <span
          key={person.userId}
          aria-hidden="true"
          className="grid size-6 shrink-0 place-items-center rounded-full bg-held-soft font-medium text-2xs"
        >
          {initials(person.name)}
        </span>
      ))}
      {people.length > 0 && (
        <bdi title={words} className="min-w-0 truncate">
          {words}
        </bdi>
      )}
    </p>
  );
}
