'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DemoAccount } from '@/lib/users/queries';
import { initials } from '../ui/initials';

type DemoAccountsProps = {
  password: string;
  accounts: DemoAccount[];
  submit: (form: FormData) => void;
  isPending: boolean;
  callbackUrl: string;
};

/** One press signs in as that person. */
export function DemoAccounts({ password, accounts, submit, isPending, callbackUrl }: DemoAccountsProps) {
  const t = useTranslations('signIn');

  return (
    <section>
      <h2 className="mb-2 text-xs font-medium text-muted">{t('demoAccounts', { password })}</h2>
      <form action={submit} className="panel overflow-hidden">
        <input type="hidden" name="password" value={password} />
        <input type="hidden" name="callbackUrl" value={callbackUrl} />
        <ul>
          {accounts.map(({ email, name, role }) => (
            <li key={email} className="border-b border-separator last:border-0">
              <button
                type="submit"
                name="email"
                value={email}
                disabled={isPending}
                className="flex h-11 w-full items-center gap-3 px-3 text-start -outline-offset-2 hover:bg-surface-secondary"
              >
                <span
                  aria-hidden="true"
                  className="grid size-7 shrink-0 place-items-center rounded bg-surface-tertiary text-2xs font-medium text-muted"
                >
                  {initials(name)}
                </span>
                <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
                <span className="text-xs text-muted">{t(`demoHint.${role}`)}</span>
                <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-muted" />
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
  );
}
