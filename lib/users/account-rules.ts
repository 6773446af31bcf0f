import { isExtension } from './schema.ts';

type Account = { login: string; extension: string };
export type AccountOfOther = Account & { owner: string };

export type AccountFault =
  | { kind: 'extensionTaken'; extension: string; owner: string }
  | { kind: 'loginTaken'; login: string; owner: string }
  | { kind: 'extensionUnfit'; pattern: string }
  | { kind: 'extensionMissing' };

/** What an account becomes. An extension that is left empty is the login (S0.2). */
export function merged(before: Account | null, change: Partial<Account>): Account {
  const login = change.login ?? before?.login ?? '';
  return { login, extension: (change.extension ?? before?.extension ?? '') || login };
}

/**
 * Why an account cannot be as it is asked for, or null. `pattern` is what the PBX calls its operators' endpoints: under any other
 * name its words about this extension would be taken for a trunk's.
 */
export function accountFault(account: Account, pattern: string | null, others: AccountOfOther[]): AccountFault | null {
  const { login, extension } = account;
  if (!isExtension(extension)) return { kind: 'extensionMissing' };
  if (pattern !== null && !new RegExp(pattern).test(extension)) return { kind: 'extensionUnfit', pattern };

  const sameExtension = others.find((other) => other.extension === extension);
  if (sameExtension) return { kind: 'extensionTaken', extension, owner: sameExtension.owner };

  const sameLogin = login === '' ? undefined : others.find((other) => other.login === login);
  return sameLogin ? { kind: 'loginTaken', login, owner: sameLogin.owner } : null;
}
