import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { UserRow } from '@/lib/users/admin-queries';
import { Chip } from '../../ui/chip';
import { PhoneMark } from './phone-mark';

export function UserTable({ users }: { users: UserRow[] }) {
  const t = useTranslations('users');

  return (
    <table aria-label={t('title')} className="data-table">
      <thead className="@max-[50rem]:sr-only">
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('email')}
          </th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('role')}
          </th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('extension')}
          </th>
          <th scope="col">{t('phone')}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <Row key={user.id} user={user} />
        ))}
      </tbody>
    </table>
  );
}

/** One user, the whole row a link. On a narrow screen two lines. */
function Row({ user }: { user: UserRow }) {
  const t = useTranslations('users');
  const role = t(`roles.${user.role}`);

  return (
    <tr className="relative">
      <td className="w-full max-w-0 @max-[50rem]:h-13! @max-[50rem]:ps-4! @min-[50rem]:w-1/2">
        <div className="flex min-w-0 items-center gap-2">
          <Link
            href={`/admin/users/${user.id}`}
            prefetch={false}
            title={user.name}
            className="min-w-0 truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
          >
            <bdi>{user.name}</bdi>
          </Link>
          {user.isDisabled && <Chip>{t('disabled')}</Chip>}
        </div>
        <p className="truncate text-muted text-xs @min-[50rem]:hidden">
          {role} · <bdi>{user.email}</bdi>
        </p>
      </td>
      <td className="hidden w-1/2 max-w-0 text-muted @min-[50rem]:table-cell" title={user.email}>
        <bdi className="block truncate">{user.email}</bdi>
      </td>
      <td className="hidden whitespace-nowrap @min-[50rem]:table-cell">{role}</td>
      <td className="hidden whitespace-nowrap @min-[50rem]:table-cell">
        {user.account && (
          <>
            <span className="num">{user.account.extension}</span>{' '}
            <span className="text-muted">
              · <bdi>{user.account.connectionName}</bdi>
            </span>
          </>
        )}
      </td>
      <td className="@max-[50rem]:pe-4!">
        <PhoneMark phone={user.phone} />
        {user.account && (
          <p className="num text-muted text-xs @min-[50rem]:hidden">{t('extensionOf', { extension: user.account.extension })}</p>
        )}
      </td>
    </tr>
  );
}
