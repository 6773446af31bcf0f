'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { SignInState } from '@/lib/auth/actions';

type SignInFormProps = {
  state: SignInState;
  submit: (form: FormData) => void;
  isPending: boolean;
  callbackUrl: string;
};

const FIELD_CLASS = 'input h-10 w-full text-md pointer-coarse:text-base';

export function SignInForm({ state, submit, isPending, callbackUrl }: SignInFormProps) {
  const t = useTranslations('signIn');
  const password = useRef<HTMLInputElement>(null);

  // After a refusal the password is empty: that is where one types on.
  useEffect(() => {
    if (state.hasFailed && state.email) password.current?.focus();
  }, [state]);

  return (
    <form action={submit} className="flex flex-col gap-4">
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Field label={t('email')}>
        {(control) => (
          <input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            // biome-ignore lint/a11y/noAutofocus: the only thing to do on this page
            autoFocus={!state.email}
            defaultValue={state.email}
            className={FIELD_CLASS}
          />
        )}
      </Field>
      <Field label={t('password')}>
        {(control) => (
          <input
            {...control}
            ref={password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={1024}
            className={FIELD_CLASS}
          />
        )}
      </Field>
      {state.hasFailed && !isPending && (
        <p role="alert" className="flex items-start gap-1.5 text-missed">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t('failed')}
        </p>
      )}
      <Button type="submit" intent="primary" size="lg" isPending={isPending} className="mt-1 w-full">
        {isPending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}
