'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useState } from 'react';
import { savePhone } from '@/lib/users/account-actions';
import type { AccountCard, PbxChoice, UserCard } from '@/lib/users/admin-queries';
import { CALLS_WITH, type CallsWith } from '@/lib/users/types';
import { useDeskRouter } from '../../live/use-desk-router';
import { FormSection } from '../../ui/form-section';
import { SelectField } from '../../ui/select-field';
import { showMessage } from '../../ui/show-message';
import { changesOf } from '../changes-of';
import { FormFoot } from '../form-foot';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';
import { type AccountDraft, toDraft } from './account-draft';
import { AccountFields } from './account-fields';
import { AccountState } from './account-state';

type FormProps = { user: Pick<UserCard, 'id' | 'name' | 'callsWith' | 'accounts'>; connections: [PbxChoice, ...PbxChoice[]] };

/**
 * How somebody is connected to a PBX (S0.1, S0.2). What was typed for one connection is kept while another is looked at; Save is
 * about the one that is shown.
 */
export function PhoneForm({ user, connections }: FormProps) {
  const t = useTranslations('users');
  const router = useDeskRouter();
  const [connectionId, setConnectionId] = useState(() => firstShown(user.accounts, connections));
  const [edits, setEdits] = useState<Record<string, Partial<AccountDraft>>>({});
  const [callsWith, setCallsWith] = useState<CallsWith>();
  const errors = useFieldErrors('users.problems');
  const { submit, isPending } = useSubmit(errors);

  const connection = connections.find(({ id }) => id === connectionId) ?? connections[0];
  const account = user.accounts.find((each) => each.connectionId === connection.id);
  const saved = toDraft(account);
  const draft = { ...saved, ...edits[connection.id] };
  const changes = changesOf(saved, draft);
  const isAccountChanged = Object.keys(changes).length > 0;
  const isChanged = isAccountChanged || (callsWith !== undefined && callsWith !== user.callsWith);

  function edit(change: Partial<AccountDraft>) {
    setEdits({ ...edits, [connection.id]: { ...edits[connection.id], ...change } });
    errors.forget(Object.keys(change));
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const part = isAccountChanged ? { connectionId: connection.id, ...changes } : undefined;
    const saving = await submit(event.currentTarget, () => savePhone({ userId: user.id, callsWith, account: part }));
    if (!saving) return;

    showMessage(t('saved'));
    forget();
  }

  // Together with what is asked for anew: nothing that was typed falls back in between.
  function forget() {
    startTransition(async () => {
      setEdits(({ [connection.id]: _, ...others }) => others);
      setCallsWith(undefined);
      await router.refresh();
    });
  }

  return (
    <form onSubmit={save} noValidate autoComplete="off">
      <div className="px-4">
        <FormSection title={t('phoneAccount')} hint={t('phoneAccountHint')}>
          <SelectField
            label={t('connection')}
            value={connection.slug}
            hint={t(`connectionHints.${connection.kind}`)}
            onChange={(event) => {
              setConnectionId(connections.find(({ slug }) => slug === event.target.value)?.id ?? connectionId);
              errors.show({});
            }}
          >
            {connections.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
          <AccountFields draft={draft} account={account} errors={errors} onEdit={edit} />
          {account && <AccountState user={user} account={account} connection={connection} onRemoved={forget} />}
        </FormSection>
        <FormSection title={t('way')} hint={t('callsWithHint')}>
          <SelectField
            label={t('callsWith')}
            value={callsWith ?? user.callsWith}
            hint={t(`callsWithHints.${callsWith ?? user.callsWith}`)}
            error={errors.of('callsWith')}
            onChange={(event) => setCallsWith(CALLS_WITH.find((each) => each === event.target.value))}
          >
            {CALLS_WITH.map((each) => (
              <option key={each} value={each}>
                {t(`callsWithChoices.${each}`)}
              </option>
            ))}
          </SelectField>
        </FormSection>
      </div>
      <FormFoot
        backTo="/admin/users"
        back={t('back')}
        submit={t('save')}
        isPending={isPending}
        disabledReason={isChanged ? null : t('nothingChanged')}
      />
    </form>
  );
}

/** The PBX they call through, else one they have an account at, else the first. */
function firstShown(accounts: AccountCard[], [first]: [PbxChoice, ...PbxChoice[]]): string {
  const account = accounts.find(({ isActive }) => isActive) ?? accounts[0];
  return account?.connectionId ?? first.id;
}
