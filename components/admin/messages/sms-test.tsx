'use client';

import { Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { MAX_SMS_CHARACTERS } from '@/lib/sms/limits';
import { sendTestSms } from '@/lib/sms/settings-actions';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { FormSection } from '../../ui/form-section';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';

/** One message to a phone at hand, and what the provider said to it. */
export function SmsTest() {
  const t = useTranslations('messaging');
  const causes = useTranslations('smsCauses');
  const [to, setTo] = useState('');
  const [text, setText] = useState(t('testWords'));
  const [result, setResult] = useState<{ isTaken: boolean; words: string } | null>(null);
  const errors = useFieldErrors('messaging.problems');
  const { submit, isPending } = useSubmit(errors);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setResult(null);
    const sent = await submit(event.currentTarget, () => sendTestSms({ to, text }));
    if (!sent) return;
    const { cause } = sent.data;
    setResult({ isTaken: cause === null, words: cause === null ? t('testTaken') : t('testNotTaken', { cause: causes(cause) }) });
  }

  return (
    <FormSection title={t('test')} hint={t('testHint')}>
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('testTo')}
          type="tel"
          autoComplete="off"
          value={to}
          error={errors.of('to')}
          onChange={({ target }) => {
            setTo(target.value);
            errors.forget(['to']);
          }}
        />
        <TextField
          label={t('testText')}
          value={text}
          maxLength={MAX_SMS_CHARACTERS}
          error={errors.of('text')}
          onChange={({ target }) => {
            setText(target.value);
            errors.forget(['text']);
          }}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" isPending={isPending} icon={<Send aria-hidden="true" />}>
            {t('sendTest')}
          </Button>
          <span role="status" className={result?.isTaken ? 'text-talking' : 'text-missed'}>
            {result?.words}
          </span>
        </div>
      </form>
    </FormSection>
  );
}
