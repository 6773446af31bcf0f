'use client';

import type { ReactNode } from 'react';
import type { DeliveryPart } from '@/lib/deliveries/parts';
import type { DeliveryPresence } from '@/lib/realtime/events';
import { initials } from '../../ui/initials';

type StepSectionProps = { part: DeliveryPart; colleagues: DeliveryPresence[]; className?: string; children: ReactNode };

/** A step of the card, with a subtle mark where a colleague is in it. Who that is stands in words in the head. */
export function StepSection({ part, colleagues, className = '', children }: StepSectionProps) {
  const here = colleagues.filter((person) => person.part === part);
  const look = here.length > 0 ? 'rounded-lg outline outline-1 outline-held' : '';

  return (
    <div data-step={part} className={`relative min-w-0 ${look} ${className}`}>
      {here.length > 0 && (
        <span
          aria-hidden="true"
          className="absolute -top-2.5 start-3 z-1 flex gap-1 rounded bg-held-soft px-1.5 font-medium text-2xs text-held"
        >
          {here.map((person) => initials(person.name)).join(' ')}
        </span>
      )}
      {children}
    </div>
  );
}
