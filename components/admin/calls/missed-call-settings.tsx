'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { changeMissedCallSettings, readCurrentMissedCallSettings } from '@/lib/missed-calls/settings-actions';
import type { StoredSettings } from '@/lib/missed-calls/settings-store';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { TextField } from '../../ui/field';
import { FormSection } from '../../ui/form-section';
import { SelectField } from '../../ui/select-field';
import { showError, showMessage } from '../../ui/show-message';
import { OpeningHoursField } from '../opening-hours-field';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';
import { LineFeeds } from './line-feeds';
import { type MissedCallDraft, toDraft, toSettings } from './missed-call-draft';

/** How missed calls are dealt with (S2.23). What was typed stays, whatever is answered. */
export function MissedCallSettings({ stored }: { stored: StoredSettings }) {
  const t = useTranslations('missedCallSettings');
  const refusals = useTranslations('refusals');
  const [saved, setSaved] = useState(() => toDraft(stored));
  const [draft, setDraft] = useState(saved);
  const errors = useFieldErrors('missedCallSettings.problems');
  const { submit, isPending } = useSubmit(errors, {
    conflict: () => showError(t('conflict'), { label: t('takeTheirs'), onClick: () => void takeTheirs() }),
  });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);

  function edit(change: Partial<MissedCallDraft>) {
    setDraft({ ...draft, ...change });
    errors.forget(Object.keys(change));
  }

  function show(settings: StoredSettings) {
    const shown = toDraft(settings);
    setSaved(shown);
    setDraft(shown);
  }

  async function takeTheirs() {
    const answer = await readCurrentMissedCallSettings().catch(() => null);
    if (answer?.ok) show(answer.data);
    else showError(refusals(answer?.reason ?? 'unavailable'));
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const saving = await submit(event.currentTarget, () => changeMissedCallSettings(toSettings(draft)));
    if (!saving) return;
    show(saving.data);
    showMessage(t('saved'));
  }

  const days = (field: 'retentionDays' | 'deleteAfterDays') => ({
    label: t(field),
    hint: t(`${field}Hint`),
    value: draft[field],
    error: errors.of(field),
    inputMode: 'numeric' as const,
    maxLength: 5,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => edit({ [field]: event.target.value }),
  });
  const tick = (field: 'hidesCalledBack' | 'hidesAfterSms') => ({
    label: t(field),
    hint: t(`${field}Hint`),
    checked: draft[field],
    onChange: (event: { target: { checked: boolean } }) => edit({ [field]: event.target.checked }),
  });

  return (
    <form onSubmit={save} noValidate className="flex min-h-0 flex-1 flex-col">
      <div className="flex-1 px-4">
        <FormSection title={t('list')} hint={t('listHint')}>
          <TextField {...days('retentionDays')} />
          <CheckField {...tick('hidesCalledBack')} />
          <CheckField {...tick('hidesAfterSms')} />
        </FormSection>
        <FormSection title={t('deletion')} hint={t('deletionHint')}>
          <TextField {...days('deleteAfterDays')} />
        </FormSection>
        <FormSection title={t('lines')} hint={t('linesHint')}>
          <LineFeeds lines={stored.lines} silentIds={draft.silentLineIds} onChange={(silentLineIds) => edit({ silentLineIds })} />
        </FormSection>
        <FormSection title={t('workingHours')} hint={t('workingHoursHint')}>
          <OpeningHoursField
            always={t('alwaysWorking')}
            draft={draft.workingHours}
            error={errors.of('workingHours')}
            onChange={(workingHours) => edit({ workingHours })}
          />
        </FormSection>
        <FormSection title={t('notices')} hint={t('noticesHint')}>
          <SelectField
            label={t('notifies')}
            value={draft.notifies}
            onChange={({ target }) => edit({ notifies: target.value === 'assignee' ? 'assignee' : 'line' })}
          >
            <option value="line">{t('notify.line')}</option>
            <option value="assignee">{t('notify.assignee')}</option>
          </SelectField>
        </FormSection>
      </div>
      <div className="sticky bottom-0 z-2 flex min-h-14 items-center justify-end gap-2 border-border border-t bg-surface px-4">
        {isChanged && <Button onClick={() => setDraft(saved)}>{t('back')}</Button>}
        <Button type="submit" intent="primary" isPending={isPending} disabledReason={isChanged ? null : t('nothingChanged')}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
