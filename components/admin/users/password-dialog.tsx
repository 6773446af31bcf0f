'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { setUserPassword } from '@/lib/users/actions';
import { MAX_PASSWORD_CHARACTERS } from '@/lib/users/limits';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { ModalDialog } from '../../ui/modal-dialog';
import { showMessage } from '../../ui/show-message';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';

type PasswordProps = { userId: string; name: string; onClose: () => void };

/** For somebody who forgot the password they sign in with. */
export function PasswordDialog({ userId, name, onClose }: PasswordProps) {
  const t = useTranslations('users');
  const formId = useId();
  const [password, setPassword] = useState('');
  const errors = useFieldErrors('users.problems');
  const { submit, isPending } = useSubmit(errors);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!(await submit(event.currentTarget, () => setUserPassword({ userId, password })))) return;
    showMessage(t('passwordSet', { name }));
    onClose();
  }

  return (
    <ModalDialog
      title={t('setPasswordTitle', { name })}
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={formId} intent="primary" isPending={isPending}>
            {t('setPassword')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} noValidate className="flex flex-col gap-3">
        <p className="text-muted">{t('setPasswordHint')}</p>
        <TextField
          label={t('newPassword')}
          type="password"
          autoComplete="new-password"
          autoFocus
          maxLength={MAX_PASSWORD_CHARACTERS}
          value={password}
          hint={t('passwordHint')}
          error={errors.of('password')}
          onChange={(event) => {
            setPassword(event.target.value);
            errors.forget(['password']);
          }}
        />
      </form>
    </ModalDialog>
  );
}
