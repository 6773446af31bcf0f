'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { addUser, changeUser } from '@/lib/users/actions';
import type { PointChoice } from '@/lib/users/admin-queries';
import { MAX_EMAIL_CHARACTERS, MAX_NAME_CHARACTERS, MAX_PASSWORD_CHARACTERS } from '@/lib/users/limits';
import type { Profile } from '@/lib/users/schema';
import { ROLES } from '@/lib/users/types';
import { useDeskRouter } from '../../live/use-desk-router';
import { TextField } from '../../ui/field';
import { FormSection } from '../../ui/form-section';
import { SelectField } from '../../ui/select-field';
import { showMessage } from '../../ui/show-message';
import { changesOf } from '../changes-of';
import { FormFoot } from '../form-foot';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';

type FormProps = { userId: string | null; initial: Profile; points: PointChoice[] };

/** Who somebody is and what they may do. A new user gets a first password here too. */
export function ProfileForm({ userId, initial, points }: FormProps) {
  const t = useTranslations('users');
  const router = useDeskRouter();
  const [saved, setSaved] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [password, setPassword] = useState('');
  const errors = useFieldErrors('users.problems');
  const { submit, isPending } = useSubmit(errors);
  const changes = changesOf(saved, draft);

  function edit(change: Partial<Profile>) {
    setDraft({ ...draft, ...change });
    errors.forget(Object.keys(change));
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const saving = await submit<string | undefined>(event.currentTarget, () =>
      userId === null ? addUser({ ...draft, password }) : changeUser({ userId, changes }),
    );
    if (!saving) return;

    setSaved(draft);
    showMessage(t('saved'));
    // Who is new has no phone yet: that is next.
    if (userId === null) router.push(`/admin/users/${saving.data}?tab=phone`);
    else router.refresh();
  }

  const text = (field: 'name' | 'email') => ({
    label: t(field),
    value: draft[field],
    error: errors.of(field),
    onChange: (event: ChangeEvent<HTMLInputElement>) => edit({ [field]: event.target.value }),
  });

  return (
    <form onSubmit={save} noValidate>
      <div className="px-4">
        <FormSection title={t('person')} hint={t('personHint')}>
          <TextField {...text('name')} maxLength={MAX_NAME_CHARACTERS} autoComplete="off" />
          <TextField {...text('email')} type="email" maxLength={MAX_EMAIL_CHARACTERS} autoComplete="off" hint={t('emailHint')} />
          {userId === null && (
            <TextField
              label={t('password')}
              type="password"
              autoComplete="new-password"
              maxLength={MAX_PASSWORD_CHARACTERS}
              value={password}
              hint={t('passwordHint')}
              error={errors.of('password')}
              onChange={(event) => {
                setPassword(event.target.value);
                errors.forget(['password']);
              }}
            />
          )}
        </FormSection>
        <FormSection title={t('rights')} hint={t('rightsHint')}>
          <SelectField
            label={t('role')}
            value={draft.role}
            hint={t(`roleHints.${draft.role}`)}
            error={errors.of('role')}
            onChange={(event) => edit({ role: ROLES.find((role) => role === event.target.value) })}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`roles.${role}`)}
              </option>
            ))}
          </SelectField>
          {draft.role === 'venue' && (
            <SelectField
              label={t('pointOfSale')}
              value={draft.pointOfSaleId ?? ''}
              hint={t('pointOfSaleHint')}
              error={errors.of('pointOfSaleId')}
              onChange={(event) => edit({ pointOfSaleId: event.target.value || null })}
            >
              <option value="">{t('choose')}</option>
              {points.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
        </FormSection>
      </div>
      <FormFoot
        backTo="/admin/users"
        back={t('back')}
        submit={userId === null ? t('add') : t('save')}
        isPending={isPending}
        disabledReason={userId !== null && Object.keys(changes).length === 0 ? t('nothingChanged') : null}
      />
    </form>
  );
}
