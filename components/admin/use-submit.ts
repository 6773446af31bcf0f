'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { ActionResult, Refusal } from '@/lib/action-result';
import { showError } from '../ui/show-message';
import type { FieldErrors } from './use-field-errors';

/** Sends a form. What was typed stays, whatever is answered, and the first field at fault is gone to. `says`: refusals this form has more to say about. */
export function useSubmit(errors: FieldErrors, says: Partial<Record<Refusal, () => void>> = {}) {
  const refusals = useTranslations('refusals');
  const [isPending, setIsPending] = useState(false);

  async function submit<Data>(form: HTMLElement | null, act: () => Promise<ActionResult<Data>>): Promise<{ data: Data } | null> {
    setIsPending(true);
    const answer = await act().catch(() => null);
    setIsPending(false);
    if (answer?.ok) {
      errors.show({});
      return { data: answer.data };
    }

    const own = answer && says[answer.reason];
    if (own) {
      own();
      return null;
    }
    if (!answer?.fields) {
      showError(refusals(answer?.reason ?? 'unavailable'));
      return null;
    }
    const { fields, values } = answer;
    // Drawn at once, so that the first one at fault can be gone to: it may be far above the button.
    flushSync(() => errors.show(fields, values));
    const fault = form?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
    fault?.focus();
    fault?.scrollIntoView({ block: 'center' });
    return null;
  }

  return { submit, isPending };
}
