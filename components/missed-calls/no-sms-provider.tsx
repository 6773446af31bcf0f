'use client';

import { useFormatter, useTranslations } from 'next-intl';

/** Says that no message can be sent, and whom to ask. */
export function NoSmsProvider({ askAdmins }: { askAdmins: string[] }) {
  const t = useTranslations('missedCallSms');
  const format = useFormatter();

  return (
    <div role="alert" className="flex flex-col gap-1">
      <p className="font-medium">{t('notSetUp')}</p>
      <p className="text-muted">
        {t('notSetUpHint')}{' '}
        {askAdmins.length > 0 ? t('askAdmins', { names: format.list(askAdmins, { type: 'disjunction' }) }) : t('askAnyAdmin')}
      </p>
    </div>
  );
}
