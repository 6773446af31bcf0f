'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { newId } from '@/lib/new-id';
import { sendSms } from '@/lib/sms/actions';
import { MAX_SMS_CHARACTERS } from '@/lib/sms/limits';
import type { SmsTemplate } from '@/lib/sms/queries';
import { smsLength } from '@/lib/sms/segments';
import { fillTemplate, type TemplateFacts } from '@/lib/sms/templates';
import { useDeskRouter } from '../live/use-desk-router';
import { Button } from '../ui/button';
import { TextAreaField } from '../ui/field';
import { SelectField } from '../ui/select-field';
import { showError, showMessage } from '../ui/show-message';

type SmsFormProps = { missedCallId: string; templates: SmsTemplate[]; facts: TemplateFacts; onClose: () => void };

/** The text to begin with, filled in, and what it will be when it is sent. */
export function SmsForm({ missedCallId, templates, facts, onClose }: SmsFormProps) {
  const t = useTranslations('missedCallSms');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [first] = templates;
  const [templateId, setTemplateId] = useState(first?.id ?? '');
  const [text, setText] = useState(first ? fillTemplate(first.text, facts) : '');
  const [isPending, setIsPending] = useState(false);
  // Of the message, not of the attempt: sent again after a lost answer it is the same message.
  const [smsId, setSmsId] = useState(newId);
  const isEmpty = text.trim() === '';

  function choose(id: string) {
    setTemplateId(id);
    const template = templates.find((each) => each.id === id);
    if (template) setText(fillTemplate(template.text, facts));
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isEmpty || isPending) return;
    setIsPending(true);
    const answer = await sendSms({ smsId, missedCallId, text }).catch(() => null);
    setIsPending(false);
    if (!answer?.ok) return showError(refusals(answer?.reason ?? 'unavailable'));
    showMessage(t('queued'));
    router.refresh();
    onClose();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {templates.length > 0 && (
        <SelectField label={t('template')} value={templateId} onChange={({ target }) => choose(target.value)}>
          <option value="">{t('noTemplate')}</option>
          {templates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      <TextAreaField
        label={t('text')}
        rows={5}
        value={text}
        maxLength={MAX_SMS_CHARACTERS}
        hint={<SmsLengthHint text={text} />}
        onChange={({ target }) => {
          setText(target.value);
          // Another text is another message.
          setSmsId(newId());
        }}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" intent="primary" isPending={isPending} disabledReason={isEmpty ? t('textMissing') : null}>
          {t('submit')}
        </Button>
      </div>
    </form>
  );
}

function SmsLengthHint({ text }: { text: string }) {
  const t = useTranslations('missedCallSms');
  const { segments, left, encoding } = smsLength(text.trim());

  return (
    <span className="num">
      {t('length', { segments, left })}
      {encoding === 'ucs2' && ` · ${t('unicode')}`}
    </span>
  );
}
