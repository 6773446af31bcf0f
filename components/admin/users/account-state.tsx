'use client';

import { CircleCheck, CircleDashed, CircleX, KeyRound, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { removeAccount } from '@/lib/users/account-actions';
import type { AccountCard, PbxChoice, UserCard } from '@/lib/users/admin-queries';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Moment } from '../../ui/moment';
import { showError, showMessage } from '../../ui/show-message';

type StateProps = {
  user: Pick<UserCard, 'id' | 'name'>;
  account: AccountCard;
  connection: PbxChoice;
  onRemoved: () => void;
};

/** A practice phone needs no word of its PBX (contract.md); what lacks its login gets none. */
function stateOf({ login, hasPassword, device }: AccountCard, { kind }: PbxChoice): keyof typeof LOOKS {
  if (kind !== 'webhook' && (login === '' || !hasPassword)) return 'incomplete';
  return kind === 'practice' && device === 'unknown' ? 'practice' : device;
}

const LOOKS = {
  registered: { icon: CircleCheck, text: 'text-talking' },
  unregistered: { icon: CircleX, text: 'text-missed' },
  unknown: { icon: CircleDashed, text: 'text-muted' },
  practice: { icon: CircleCheck, text: 'text-talking' },
  incomplete: { icon: KeyRound, text: 'text-missed' },
} as const;

/** What the PBX last said of this account, and the way to take it away. */
export function AccountState({ user, account, connection, onRemoved }: StateProps) {
  const t = useTranslations('users');
  const refusals = useTranslations('refusals');
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const state = stateOf(account, connection);
  const { icon: Icon, text } = LOOKS[state];
  const { name } = connection;

  async function remove() {
    setPending(true);
    const answer = await removeAccount({ userId: user.id, connectionId: connection.id }).catch(() => null);
    setPending(false);
    setAsking(false);
    if (!answer?.ok) return showError(refusals(answer?.reason ?? 'unavailable'));
    showMessage(t('accountRemoved', { name }));
    onRemoved();
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-2 rounded-lg bg-surface-secondary px-3 py-2">
      <div className="flex min-w-0 items-center gap-2">
        <Icon aria-hidden="true" className={`size-4 shrink-0 ${text}`} />
        <p>
          {t(`accountStates.${state}`)}
          {state === account.device && account.deviceAt && (
            <>
              {' '}
              <Moment at={account.deviceAt} className="text-muted" />
            </>
          )}
          {account.isActive && <span className="block text-muted text-xs">{t('isActive')}</span>}
        </p>
      </div>
      <Button size="sm" icon={<Trash2 aria-hidden="true" />} aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('removeAccount')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('removeTitle', { name })}
          act={t('removeAccount')}
          cancel={t('cancel')}
          isPending={isPending}
          onConfirm={remove}
          onClose={() => setAsking(false)}
        >
          {t('removeHint', { name: user.name })}
        </ConfirmDialog>
      )}
    </div>
  );
}
