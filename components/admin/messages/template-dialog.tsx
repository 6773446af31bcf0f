'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { MAX_NAME_CHARACTERS, MAX_SMS_CHARACTERS } from '@/lib/sms/limits';
import type { SmsTemplate } from '@/lib/sms/queries';
import { smsLength } from '@/lib/sms/segments';
import { saveTemplate } from '@/lib/sms/settings-actions';
import { fillTemplate } from '@/lib/sms/templates';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextAreaField, TextField } from '../../ui/field';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';

/** A template with what it looks like to somebody who called, and how many messages that is. */
export function TemplateDialog({ template, onClose }: { template: SmsTemplate; onClose: () => void }) {
  const t = useTranslations('messaging');
  const words = useTranslations('missedCallSms');
  const router = useDeskRouter();
  const formId = useId();
  const [name, setName] = useState(template.name);
  const [text, setText] = useState(template.text);
  const errors = useFieldErrors('messaging.problems');
  const { submit, isPending } = useSubmit(errors);
  const preview = fillTemplate(text, { name: t('sampleName'), line: t('sampleLine'), number: '+48 22 100 00 01' });
  const { segments, left, encoding } = smsLength(preview);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!(await submit(event.currentTarget, () => saveTemplate({ templateId: template.id, name, text })))) return;
    router.refresh();
    onClose();
  }

  return (
    <Dialog
      title={template.name === '' ? t('addTemplate') : t('editTemplate', { name: template.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button intent="primary" type="submit" form={formId} isPending={isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={save} className="flex flex-col gap-4">
        <TextField
          label={t('templateName')}
          autoFocus
          autoComplete="off"
          maxLength={MAX_NAME_CHARACTERS}
          value={name}
          error={errors.of('name')}
          onChange={({ target }) => {
            setName(target.value);
            errors.forget(['name']);
          }}
        />
        <TextAreaField
          label={t('templateText')}
          rows={4}
          maxLength={MAX_SMS_CHARACTERS}
          value={text}
          hint={`${words('length', { segments, left })}${encoding === 'ucs2' ? ` · ${words('unicode')}` : ''}`}
          error={errors.of('text')}
          onChange={({ target }) => {
            setText(target.value);
            errors.forget(['text']);
          }}
        />
        <figure className="flex flex-col gap-1">
          <figcaption className="text-muted text-xs">{t('preview')}</figcaption>
          <p className="wrap-anywhere min-h-10 whitespace-pre-line rounded-md bg-surface-secondary px-3 py-2">{preview}</p>
        </figure>
      </form>
    </Dialog>
  );
}
