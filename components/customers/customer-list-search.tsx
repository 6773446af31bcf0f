'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useTransition } from 'react';
import { MAX_SEARCH_CHARACTERS } from '@/lib/search-limit';

const SEARCH_AFTER_MS = 300;

/** The search lives in the URL: a link to what was found is a link to that. Works as a plain form before the page is up. */
export function CustomerListSearch({ text }: { text: string }) {
  const t = useTranslations('customers');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  // The address also changes without the form ("Show all customers", Back). What is still being typed is left alone.
  useEffect(() => {
    if (field.current && !isPending && timer.current === undefined && field.current.value.trim() !== text) {
      field.current.value = text;
    }
  }, [text, isPending]);

  function apply() {
    clearTimeout(timer.current);
    timer.current = undefined;
    const typed = field.current?.value.trim() ?? '';
    const query = new URLSearchParams({ text: typed });
    startTransition(() => router.replace(typed ? `/customers?${query}` : '/customers', { scroll: false }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    apply();
  }

  return (
    <form
      aria-label={t('search')}
      action="/customers"
      aria-busy={isPending}
      onSubmit={submit}
      className="filters relative w-full sm:w-80"
    >
      <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
      <input
        ref={field}
        type="search"
        name="text"
        className="input w-full ps-8!"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        defaultValue={text}
        maxLength={MAX_SEARCH_CHARACTERS}
        autoComplete="off"
        onChange={() => {
          clearTimeout(timer.current);
          timer.current = setTimeout(apply, SEARCH_AFTER_MS);
        }}
      />
    </form>
  );
}
