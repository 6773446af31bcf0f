'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useCallback, useEffect, useRef, useTransition } from 'react';

const APPLY_AFTER_MS = 300;

/** What the address says, by the names of the fields; what no field is named for is no matter here. */
type Shown = Record<string, unknown>;

/**
 * A form whose fields are the query of the address: a link to a filtered list is a link to that list. Works as a plain form before
 * the page is up.
 */
export function useFilterForm(path: string, shown: Shown) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isUp = useRef(false);

  useEffect(() => () => clearTimeout(timer.current), []);

  const apply = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!form.current) return;
    const typed = [...new FormData(form.current)].map(([name, value]): [string, string] => [name, String(value).trim()]);
    const query = new URLSearchParams(typed.filter(([, value]) => value !== ''));
    startTransition(() => router.replace(query.size > 0 ? `${path}?${query}` : path, { scroll: false }));
  }, [path, router]);

  // The address also changes without the form ("Clear filters", a link, Back). What is still being typed is left alone; what was
  // chosen before the page was up, with nobody to hear of it, is applied now.
  useEffect(() => {
    const wasUp = isUp.current;
    isUp.current = true;
    if (!form.current || isPending || timer.current !== undefined) return;
    if (wasUp) show(form.current, shown);
    else if (!shows(form.current, shown)) apply();
  }, [shown, isPending, apply]);

  function applySoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(apply, APPLY_AFTER_MS);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    apply();
  }

  // Without autoComplete="off" a browser that comes back would fill in what an earlier list was filtered by.
  const props = { ref: form, action: path, autoComplete: 'off', 'aria-busy': isPending, onSubmit: submit } as const;
  return { form: props, apply, applySoon };
}

type Field = HTMLInputElement | HTMLSelectElement;

function show(form: HTMLFormElement, shown: Shown): void {
  for (const field of fieldsOf(form)) {
    if (!showsIn(field, shown)) field.value = valueIn(field, shown);
  }
}

function shows(form: HTMLFormElement, shown: Shown): boolean {
  return fieldsOf(form).every((field) => showsIn(field, shown));
}

function showsIn(field: Field, shown: Shown): boolean {
  return field.value.trim() === valueIn(field, shown);
}

/** What is not there to choose counts as not set, as on the server. */
function valueIn(field: Field, shown: Shown): string {
  const named = shown[field.name];
  const value = typeof named === 'string' ? named : '';
  const isThere = field instanceof HTMLInputElement || [...field.options].some((option) => option.value === value);
  return isThere ? value : '';
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement);
}
