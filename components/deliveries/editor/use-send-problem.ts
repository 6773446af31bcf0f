'use client';

import { useTranslations } from 'next-intl';
import { type SendProblem, sendProblems } from '@/lib/deliveries/policy';
import { useEdited, useEditor } from './editor-context';

/** The sentence about a field that keeps the delivery from being sent, once somebody tried; gone as soon as it is mended. */
export function useSendProblem(field: SendProblem['field']): string | null {
  const t = useTranslations('delivery.problems');
  const { isChecked } = useEditor();
  const problem = useEdited(
    ({ editing: { mine, saved } }) => sendProblems(mine, saved?.phone ?? null).find((each) => each.field === field)?.problem,
  );

  return isChecked && problem ? t(problem) : null;
}
