import type { AccountCard } from '@/lib/users/admin-queries';

/** An account as it stands in the form; the password only as far as it is being typed. */
export type AccountDraft = { login: string; password: string; extension: string; isActive: boolean };

export function toDraft(account: AccountCard | undefined): AccountDraft {
  return {
    login: account?.login ?? '',
    password: '',
    extension: account?.extension ?? '',
    isActive: account?.isActive ?? false,
  };
}
