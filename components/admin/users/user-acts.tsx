'use client';

import { KeyRound, UserCheck, UserX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { setUserDisabled } from '@/lib/users/actions';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { latePart } from '../../ui/late-part';
import { showError, showMessage } from '../../ui/show-message';

const PasswordDialog = latePart(() => import('./password-dialog').then((module) => module.PasswordDialog));

type ActsProps = { userId: string; name: string; isDisabled: boolean; isOneself: boolean };

/** Shuts somebody out at once, after asking; lets them in again without. A forgotten password is replaced. */
export function UserActs({ userId, name, isDisabled, isOneself }: ActsProps) {
  const t = useTranslations('users');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [isAsking, setAsking] = useState(false);
  const [isSettingPassword, setSettingPassword] = useState(false);
  const [isPending, setPending] = useState(false);

  async function set(disabled: boolean) {
    setPending(true);
    const answer = await setUserDisabled({ userId, isDisabled: disabled }).catch(() => null);
    setPending(false);
    setAsking(false);
    if (!answer?.ok) return showError(refusals(answer?.reason ?? 'unavailable'));
    showMessage(t(disabled ? 'disabledNow' : 'enabledNow', { name }));
    router.refresh();
  }

  if (isDisabled) {
    return (
      <Button isPending={isPending} icon={<UserCheck aria-hidden="true" />} onClick={() => set(false)}>
        {t('enable')}
      </Button>
    );
  }
  return (
    <>
      <Button icon={<KeyRound aria-hidden="true" />} aria-haspopup="dialog" onClick={() => setSettingPassword(true)}>
        {t('newPassword')}
      </Button>
      <Button
        icon={<UserX aria-hidden="true" />}
        aria-haspopup="dialog"
        disabledReason={isOneself ? t('notOneself') : null}
        onClick={() => setAsking(true)}
      >
        {t('disable')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('disableTitle', { name })}
          act={t('disable')}
          cancel={t('cancel')}
          isPending={isPending}
          onConfirm={() => set(true)}
          onClose={() => setAsking(false)}
        >
          {t('disableHint')}
        </ConfirmDialog>
      )}
      {isSettingPassword && <PasswordDialog userId={userId} name={name} onClose={() => setSettingPassword(false)} />}
    </>
  );
}
