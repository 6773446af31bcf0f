'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useTransition } from 'react';

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

  useEffect(() => () => clearTimeout(timer.current), []);

  // The address also changes without the form ("Clear filters", a link, Back). What is still being typed is left alone.
  useEffect(() => {
    if (form.current && !isPending && timer.current === undefined) show(form.current, shown);
  }, [shown, isPending]);

  function apply() {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!form.current) return;
    const typed = [...new FormData(form.current)].map(([name, value]): [string, string] => [name, String(value).trim()]);
    const query = new URLSearchParams(typed.filter(([, value]) => value !== ''));
    startTransition(() => router.replace(query.size > 0 ? `${path}?${query}` : path, { scroll: false }));
  }

  function applySoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(apply, APPLY_AFTER_MS);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    apply();
  }

  return { form: { ref: form, action: path, 'aria-busy': isPending, onSubmit: submit }, apply, applySoon };
}

function show(form: HTMLFormElement, shown: Shown): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement) showText(field, textOf(shown[field.name]));
    if (field instanceof HTMLSelectElement) choose(field, textOf(shown[field.name]));
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function showText(field: HTMLInputElement, text: string): void {
  if (field.value.trim() !== text) field.value = text;
}

/** What is not there to choose counts as not set, as on the server. */
function choose(field: HTMLSelectElement, value: string): void {
  field.value = [...field.options].some((option) => option.value === value) ? value : '';
}
