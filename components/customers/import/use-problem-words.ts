'use client';

import { useTranslations } from 'next-intl';
import type { LineProblem } from '@/lib/customer-import/types';

/** What is wrong with a line, with the column as the file calls it. */
export function useProblemWords(header: readonly string[]): (problem: LineProblem) => string {
  const t = useTranslations('customerImport');

  return ({ key, column }) => {
    const problem = t(`problems.${key}`);
    if (column === null) return problem;
    return t('problemAt', { column: header[column] || t('columnNumber', { number: column + 1 }), problem });
  };
}
