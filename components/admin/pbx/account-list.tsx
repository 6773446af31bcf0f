import { CircleCheck, CircleDashed, CircleX, Users } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { AccountRow } from '@/lib/pbx-connections/queries';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';

const LOOKS = {
  registered: { icon: CircleCheck, text: 'text-talking' },
  unregistered: { icon: CircleX, text: 'text-missed' },
  unknown: { icon: CircleDashed, text: 'text-muted' },
} as const;

/** Who has which extension here; to change one, one goes to the user. */
export function AccountList({ accounts }: { accounts: AccountRow[] }) {
  const t = useTranslations('pbx');

  return (
    <div className="p-4">
      <div className="panel overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
        {accounts.length === 0 ? (
          <EmptyState
            icon={<Users aria-hidden="true" />}
            title={t('noAccounts')}
            hint={t('noAccountsHint')}
            action={<LinkButton href="/admin/users">{t('toUsers')}</LinkButton>}
          />
        ) : (
          <table aria-label={t('accounts')} className="data-table">
            <thead>
              <tr>
                <th scope="col" className="num">
                  {t('extension')}
                </th>
                <th scope="col">{t('user')}</th>
                <th scope="col">{t('device')}</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map((account) => (
                <Row key={account.userId} account={account} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}

function Row({ account: { userId, name, extension, device, isActive } }: { account: AccountRow }) {
  const t = useTranslations('pbx');
  const { icon: Icon, text } = LOOKS[device];

  return (
    <tr className="relative">
      <td className="num">{extension}</td>
      <td className="w-full max-w-0">
        <div className="flex min-w-0 items-center gap-2">
          <Link
            href={`/admin/users/${userId}?tab=phone`}
            prefetch={false}
            title={name}
            className="min-w-0 truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
          >
            <bdi>{name}</bdi>
          </Link>
          {!isActive && <Chip>{t('resting')}</Chip>}
        </div>
      </td>
      <td>
        <span className={`inline-flex items-center gap-1.5 whitespace-nowrap ${text}`}>
          <Icon aria-hidden="true" className="size-3.5 shrink-0" />
          {t(`deviceStates.${device}`)}
        </span>
      </td>
    </tr>
  );
}
