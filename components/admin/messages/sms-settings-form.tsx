'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useState } from 'react';
import { saveSmsSettings } from '@/lib/sms/settings-actions';
import type { SmsSettingsCard } from '@/lib/sms/settings-queries';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { FormSection } from '../../ui/form-section';
import { SelectField } from '../../ui/select-field';
import { showMessage } from '../../ui/show-message';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';
import { ProviderFields } from './provider-fields';
import { type SmsDraft, toDraft, toSettings } from './sms-draft';

const PROVIDERS = ['none', 'twilio', 'smsapi', 'http'] as const;

/** Through whom SMS leave. Its secret is written, and never read again. */
export function SmsSettingsForm({ stored }: { stored: SmsSettingsCard }) {
  const t = useTranslations('messaging');
  const router = useDeskRouter();
  const [draft, setDraft] = useState(() => toDraft(stored));
  const [version, setVersion] = useState(stored.version);
  const errors = useFieldErrors('messaging.problems');
  const { submit, isPending } = useSubmit(errors);

  function edit(change: Partial<SmsDraft>) {
    setDraft({ ...draft, ...change });
    errors.forget(Object.keys(change));
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const saved = await submit(event.currentTarget, () => saveSmsSettings({ version, settings: toSettings(draft) }));
    if (!saved) return;
    startTransition(async () => {
      setVersion(saved.data.version);
      setDraft({ ...draft, secret: '' });
      showMessage(t('saved'));
      await router.refresh();
    });
  }

  const isStored = draft.provider === stored.provider;
  return (
    <FormSection title={t('provider')} hint={t('providerHint')}>
      <form onSubmit={save} noValidate autoComplete="off" className="flex flex-col gap-4">
        <SelectField
          label={t('which')}
          value={draft.provider}
          onChange={({ target }) => {
            setDraft({ ...draft, provider: PROVIDERS.find((each) => each === target.value) ?? 'none', secret: '' });
            errors.show({});
          }}
        >
          {PROVIDERS.map((each) => (
            <option key={each} value={each}>
              {t(`providers.${each}`)}
            </option>
          ))}
        </SelectField>
        {draft.provider !== 'none' && (
          <ProviderFields
            draft={draft}
            provider={draft.provider}
            hasSecret={isStored && stored.hasSecret}
            errors={errors}
            onEdit={edit}
          />
        )}
        {isStored && stored.reportUrl && (
          <TextField
            label={t('reportUrl')}
            value={stored.reportUrl}
            readOnly
            hint={draft.provider === 'http' ? t('reportUrlHint') : t('reportUrlSent')}
            onFocus={({ target }) => target.select()}
          />
        )}
        <Button type="submit" intent="primary" isPending={isPending} className="self-start">
          {t('save')}
        </Button>
      </form>
    </FormSection>
  );
}
