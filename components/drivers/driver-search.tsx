'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useTransition } from 'react';

const SEARCH_AFTER_MS = 300;

/** In the address, as every filter; a plain form before the page is up. */
export function DriverSearch({ text }: { text: string }) {
  const t = useTranslations('drivers');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  // The address also changes without the field ("Show all drivers", Back). What is still being typed is left alone.
  useEffect(() => {
    if (field.current && timer.current === undefined && field.current.value.trim() !== text) field.current.value = text;
  }, [text]);

  function searchSoon(typed: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const query = new URLSearchParams(typed.trim() ? { text: typed.trim() } : {});
      startTransition(() => router.replace(query.size > 0 ? `/drivers?${query}` : '/drivers', { scroll: false }));
    }, SEARCH_AFTER_MS);
  }

  return (
    <form action="/drivers" aria-busy={isPending} className="filters">
      <span className="relative block max-w-72">
        <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
        <input
          ref={field}
          type="search"
          name="text"
          className="input w-full ps-8!"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          defaultValue={text}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => searchSoon(event.target.value)}
        />
      </span>
    </form>
  );
}
