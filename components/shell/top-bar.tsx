import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DialerButton } from '../dialer/dialer-button';
import { SearchLauncher } from '../search/search-launcher';
import { PhoneStatus } from '../softphone/phone-status';
import { Mark } from '../ui/mark';
import { MissedCallsLink } from './missed-calls-link';
import { ProfileMenu } from './profile-menu';

type TopBarProps = { name: string; email: string; missedCalls: number };

export function TopBar({ name, email, missedCalls }: TopBarProps) {
  const t = useTranslations('app');
  const words = useTranslations('search');

  return (
    <header className="flex h-(--topbar-height) items-center gap-4 max-sm:gap-1 max-sm:px-3 border-border border-b bg-surface px-4 max-lg:h-14">
      <Link
        href="/"
        prefetch={false}
        className="flex items-center gap-2 font-semibold text-md lg:w-[calc(var(--sidebar-width)-1.5rem)]"
      >
        <Mark className="size-5" />
        {t('name')}
      </Link>
      <SearchLauncher hint={words('hint')} />
      <div className="flex items-center gap-3 max-sm:gap-0.5 lg:ms-auto">
        <MissedCallsLink listed={missedCalls} />
        <DialerButton />
        <PhoneStatus />
        <ProfileMenu name={name} email={email} />
      </div>
    </header>
  );
}
