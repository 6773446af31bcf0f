'use client';

import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { sendTestMail } from '@/lib/mail/actions';
import { Button } from '../../ui/button';
import { FormSection } from '../../ui/form-section';
import { showError } from '../../ui/show-message';

/** Whether e-mail can leave: that is said by the environment, and tried here. */
export function MailSection({ isSetUp, email }: { isSetUp: boolean; email: string }) {
  const t = useTranslations('messaging');
  const causes = useTranslations('mailCauses');
  const refusals = useTranslations('refusals');
  const [isPending, setIsPending] = useState(false);
  const [result, setResult] = useState<{ isSent: boolean; words: string } | null>(null);

  async function send() {
    setIsPending(true);
    setResult(null);
    const answer = await sendTestMail().catch(() => null);
    setIsPending(false);
    if (!answer?.ok) return showError(refusals(answer?.reason ?? 'unavailable'));
    const { cause } = answer.data;
    setResult({
      isSent: cause === null,
      words: cause === null ? t('testMailSent') : t('testMailNotSent', { cause: causes(cause) }),
    });
  }

  return (
    <FormSection title={t('mail')} hint={t('mailHint')}>
      <p>{isSetUp ? t('mailSetUp') : t('mailNotSetUp')}</p>
      {isSetUp && (
        <div className="flex flex-wrap items-center gap-3">
          <Button isPending={isPending} icon={<Send aria-hidden="true" />} onClick={send}>
            {t('sendTestMail')}
          </Button>
          <span className="text-muted">{t('testMailTo', { email })}</span>
          <span role="status" className={result?.isSent ? 'text-talking' : 'text-missed'}>
            {result?.words}
          </span>
        </div>
      )}
    </FormSection>
  );
}
