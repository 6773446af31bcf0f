import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { SignIn } from '@/components/auth/sign-in';
import { LeavePhone } from '@/components/softphone/leave-phone';
import { Mark } from '@/components/ui/mark';
import { safeCallbackUrl } from '@/lib/auth/callback-url';
import { homeOf } from '@/lib/auth/home';
import { currentUser } from '@/lib/auth/session';
import { DEMO_PASSWORD } from '@/lib/demo-credentials';
import { env } from '@/lib/env';
import { listDemoAccounts } from '@/lib/users/queries';

const word = z.string().optional().catch(undefined);
const Query = z.object({ callbackUrl: word, error: word });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const query = Query.parse(await searchParams);
  const callbackUrl = safeCallbackUrl(query.callbackUrl);

  const user = await currentUser();
  if (user) redirect(callbackUrl ?? homeOf(user));

  const t = await getTranslations('app');
  const demo = env.isDemo ? { password: DEMO_PASSWORD, accounts: await listDemoAccounts() } : null;

  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-[25rem] flex-col justify-center gap-8 px-5 py-8">
      <p className="flex items-center justify-center gap-2.5 text-lg font-semibold tracking-tight">
        <Mark className="size-7" />
        {t('name')}
      </p>
      <LeavePhone />
      <SignIn callbackUrl={callbackUrl ?? ''} hasFailed={Boolean(query.error)} demo={demo} />
    </main>
  );
}
