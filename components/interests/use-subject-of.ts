import { useTranslations } from 'next-intl';

/** What an interest is about, in words: somebody who was erased leaves one without. */
export function useSubjectOf(): (interest: { subject: string }) => string {
  const t = useTranslations('interestCard');
  return ({ subject }) => subject || t('noSubject');
}
