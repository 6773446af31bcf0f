'use client';

import { useTranslations } from 'next-intl';
import { type SendProblem, sendProblems } from '@/lib/deliveries/policy';
import { useEdited, useEditor, useSendCheck } from './editor-context';

/** The sentence about a field that keeps the delivery from being sent, once somebody tried; gone as soon as it is mended. */
export function useSendProblem(field: SendProblem['field']): string | null {
  const t = useTranslations('delivery.problems');
  const { isChecked } = useEditor();
  const checkOf = useSendCheck();
  const problem = useEdited(
    (snapshot) => sendProblems(snapshot.editing.mine, checkOf(snapshot)).find((each) => each.field === field)?.problem,
  );

  return isChecked && problem ? t(problem) : null;
}
