'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/button';

/** On a narrow screen filters would be all one sees: behind a button there, with how many are set. On a wide one beside the others. */
export function MoreFilters({ count, children }: { count: number; children: ReactNode }) {
  const t = useTranslations('missedCalls');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();

  return (
    <>
      <span className="col-span-2 flex sm:hidden">
        <Button
          className="w-full"
          icon={<SlidersHorizontal aria-hidden="true" />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('filtersSet', { count })}
        </Button>
      </span>
      <span id={id} className={`${isOpen ? 'contents' : 'hidden'} sm:contents`}>
        {children}
      </span>
    </>
  );
}
