import { Plus, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { UserRow } from '@/lib/users/admin-queries';
import type { UserFilter } from '@/lib/users/schema';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';
import { ListSearch } from '../../ui/list-search';
import { UserTable } from './user-table';

export function UserList({ users, filter }: { users: UserRow[]; filter: UserFilter }) {
  const t = useTranslations('users');

  return (
    <div className="px-4 pb-16">
      <div className="flex min-h-14 items-center justify-between gap-3">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <LinkButton href="/admin/users/new" intent="primary" icon={<Plus aria-hidden="true" />}>
          {t('new')}
        </LinkButton>
      </div>
      <ListSearch path="/admin/users" text={filter.text} label={t('search')} hint={t('searchHint')} />
      <div className="panel @container mt-3 overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
        {users.length > 0 ? (
          <UserTable users={users} />
        ) : (
          <EmptyState
            icon={<Users aria-hidden="true" />}
            title={t('nothingFound')}
            hint={t('nothingFoundHint')}
            action={<LinkButton href="/admin/users">{t('clearSearch')}</LinkButton>}
          />
        )}
      </div>
    </div>
  );
}
