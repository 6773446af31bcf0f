'use client';

import { useTranslations } from 'next-intl';
import { type SendProblem, sendProblems } from '@/lib/deliveries/policy';
import { useFormats } from '../../ui/organisation';
import { useEdited, useEditor, useSendCheck } from './editor-context';

/** The sentence about a field that keeps the delivery from being sent, once somebody tried; gone as soon as it is mended. */
export function useSendProblem(field: SendProblem['field']): string | null {
  const t = useTranslations('delivery.problems');
  const { isChecked } = useEditor();
  const checkOf = useSendCheck();
  const { list } = useFormats();
  const sentence = useEdited((snapshot) => {
    const problem = sendProblems(snapshot.editing.mine, checkOf(snapshot)).find((each) => each.field === field);
    if (!problem) return null;
    return problem.problem === 'soldOut' ? t('soldOut', { products: list(problem.products) }) : t(problem.problem);
  });

  return isChecked ? sentence : null;
}
