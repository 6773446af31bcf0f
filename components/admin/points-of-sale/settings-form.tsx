'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { addPointOfSale, changePointOfSale } from '@/lib/points-of-sale/actions';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { TextField } from '../../ui/field';
import { FormSection } from '../../ui/form-section';
import { LinkButton } from '../../ui/link-button';
import { showMessage } from '../../ui/show-message';
import { OpeningHoursField } from '../opening-hours-field';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';
import { changesOf, type SettingsDraft, toSettings } from './settings-draft';

type FormProps = { pointOfSaleId: string | null; initial: SettingsDraft };

/** Sends only what was changed: a colleague at another field is not undone. What was typed stays, whatever is answered. */
export function SettingsForm({ pointOfSaleId, initial }: FormProps) {
  const t = useTranslations('pointsOfSale');
  const router = useDeskRouter();
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const errors = useFieldErrors('pointsOfSale.problems');
  const { submit, isPending } = useSubmit(errors);
  const changes = changesOf(saved, draft);
  const isNew = pointOfSaleId === null;

  function edit(change: Partial<SettingsDraft>) {
    setDraft({ ...draft, ...change });
    errors.forget(Object.keys(change));
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const saving = await submit<string | undefined>(event.currentTarget, () =>
      isNew ? addPointOfSale(toSettings(draft)) : changePointOfSale({ pointOfSaleId, changes }),
    );
    if (!saving) return;

    setSaved(draft);
    showMessage(t('saved'));
    if (isNew) router.push(`/admin/points-of-sale/${saving.data}`);
    else router.refresh();
  }

  const text = (field: 'name' | 'address' | 'phone' | 'capacity' | 'pickUpMinutes') => ({
    label: t(field),
    value: draft[field],
    error: errors.of(field),
    onChange: (event: { target: { value: string } }) => edit({ [field]: event.target.value }),
  });

  return (
    <form onSubmit={save} noValidate className="flex min-h-0 flex-1 flex-col">
      <div className="flex-1 px-4">
        <FormSection title={t('place')} hint={t('placeHint')}>
          <TextField {...text('name')} maxLength={80} autoComplete="off" />
          <TextField {...text('address')} maxLength={200} autoComplete="off" />
          <TextField {...text('phone')} type="tel" maxLength={200} autoComplete="off" />
        </FormSection>
        <FormSection title={t('kitchen')} hint={t('kitchenHint')}>
          <div className="grid grid-cols-2 gap-3">
            <TextField {...text('capacity')} inputMode="numeric" hint={t('capacityHint')} />
            <TextField {...text('pickUpMinutes')} inputMode="numeric" hint={t('pickUpMinutesHint')} />
          </div>
          <CheckField
            label={t('showsLoad')}
            hint={t('showsLoadHint')}
            checked={draft.showsLoad}
            onChange={(event) => edit({ showsLoad: event.target.checked })}
          />
          <CheckField
            label={t('allowsAnonymousPickUp')}
            hint={t('allowsAnonymousPickUpHint')}
            checked={draft.allowsAnonymousPickUp}
            onChange={(event) => edit({ allowsAnonymousPickUp: event.target.checked })}
          />
        </FormSection>
        <FormSection title={t('openingHours')} hint={t('openingHoursHint')}>
          <OpeningHoursField
            always={t('alwaysOpen')}
            draft={draft.openingHours}
            error={errors.of('openingHours')}
            onChange={(openingHours) => edit({ openingHours })}
          />
        </FormSection>
      </div>
      <div className="sticky bottom-0 flex min-h-14 items-center justify-end gap-2 border-border border-t bg-surface px-4">
        <LinkButton href="/admin/points-of-sale">{t('back')}</LinkButton>
        <Button
          type="submit"
          intent="primary"
          isPending={isPending}
          disabledReason={!isNew && Object.keys(changes).length === 0 ? t('nothingChanged') : null}
        >
          {isNew ? t('add') : t('save')}
        </Button>
      </div>
    </form>
  );
}
