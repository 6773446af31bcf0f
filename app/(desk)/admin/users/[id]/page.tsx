import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PhoneMark } from '@/components/admin/users/phone-mark';
import { PhoneTab } from '@/components/admin/users/phone-tab';
import { ProfileForm } from '@/components/admin/users/profile-form';
import { UserActs } from '@/components/admin/users/user-acts';
import { UserHead } from '@/components/admin/users/user-head';
import { Tabs } from '@/components/ui/tabs';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { findUserForAdmin, listPbxChoices, listPointChoices } from '@/lib/users/admin-queries';
import { UserParams, UserTab } from '@/lib/users/schema';

type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

// The title and the page ask for the same user within one request.
const userOf = cache(async (params: Promise<{ id: string }>) => {
  await pageUser('user:edit');
  const parsed = UserParams.safeParse(await params);
  return parsed.success ? findUserForAdmin(parsed.data.id) : null;
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name } = (await userOf(params)) ?? notFound();
  return { title: name };
}

export default async function UserPage({ params, searchParams }: PageProps) {
  const admin = await pageUser('user:edit');
  const user = (await userOf(params)) ?? notFound();
  const { tab } = UserTab.parse(await searchParams);
  const t = await getTranslations('users');
  const [points, connections] = await Promise.all([listPointChoices(user.pointOfSaleId), listPbxChoices()]);
  const { id, name, email, role, pointOfSaleId } = user;

  const profile = <ProfileForm userId={id} initial={{ name, email, role, pointOfSaleId }} points={points} />;
  const phone = <PhoneTab user={user} connections={connections} mayEditPbx={may(admin, 'pbx:edit')} />;

  return (
    <>
      <UserHead name={name} isDisabled={user.isDisabled}>
        <PhoneMark phone={user.phone} />
        <UserActs userId={id} name={name} isDisabled={user.isDisabled} isOneself={id === admin.id} />
      </UserHead>
      <Tabs
        label={t('tabs')}
        initial={tab}
        tabs={[
          { id: 'profile', label: t('profile'), panel: profile },
          { id: 'phone', label: t('additional'), panel: phone },
        ]}
      />
    </>
  );
}
