import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UserList } from '@/components/admin/users/user-list';
import { pageUser } from '@/lib/auth/session';
import { listUsers } from '@/lib/users/admin-queries';
import { UserFilter } from '@/lib/users/schema';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('users'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsersPage({ searchParams }: Props) {
  await pageUser('user:edit');
  const filter = UserFilter.parse(await searchParams);

  return <UserList users={await listUsers(filter)} filter={filter} />;
}
