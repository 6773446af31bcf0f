'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { signIn } from '@/lib/auth/actions';
import type { DemoAccount } from '@/lib/users/queries';
import { DemoAccounts } from './demo-accounts';
import { SignInForm } from './sign-in-form';

type SignInProps = {
  callbackUrl: string;
  /** The sign-in without script comes back here by a redirect. */
  hasFailed: boolean;
  demo: { password: string; accounts: DemoAccount[] } | null;
};

/** The form and, in the demo, the accounts under it: one attempt at a time, whichever is used. */
export function SignIn({ callbackUrl, hasFailed, demo }: SignInProps) {
  const t = useTranslations('signIn');
  const [state, submit, isPending] = useActionState(signIn, { hasFailed, email: '' });

  return (
    <div className="flex flex-col gap-6">
      <section className="panel p-6">
        <h1 className="text-lg font-semibold">{t('title')}</h1>
        <p className="mb-5 text-muted">{t('lead')}</p>
        <SignInForm state={state} submit={submit} isPending={isPending} callbackUrl={callbackUrl} />
      </section>
      {demo && <DemoAccounts {...demo} submit={submit} isPending={isPending} callbackUrl={callbackUrl} />}
    </div>
  );
}
