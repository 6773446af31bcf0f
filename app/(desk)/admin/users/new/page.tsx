import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProfileForm } from '@/components/admin/users/profile-form';
import { UserHead } from '@/components/admin/users/user-head';
import { pageUser } from '@/lib/auth/session';
import { listPointChoices } from '@/lib/users/admin-queries';
import type { Profile } from '@/lib/users/schema';

const NEW_PROFILE: Profile = { name: '', email: '', role: 'operator', pointOfSaleId: null };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users'))('new') };
}

export default async function NewUserPage() {
  await pageUser('user:edit');
  const t = await getTranslations('users');

  return (
    <>
      <div className="border-border border-b">
        <UserHead name={t('new')} />
      </div>
      <ProfileForm userId={null} initial={NEW_PROFILE} points={await listPointChoices(null)} />
    </>
  );
}
