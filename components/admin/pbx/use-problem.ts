import { useTranslations } from 'next-intl';

/** The sentence for what is wrong with the way to a PBX. */
export function useProblem(): (problem: string, values?: Record<string, string>) => string {
  const t = useTranslations('pbx.problems');
  const otherwise = useTranslations('pbx');
  return (problem, values) => (t.has(problem) ? t(problem, values) : otherwise('problemUnknown'));
}
