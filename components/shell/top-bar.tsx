import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DialerButton } from '../dialer/dialer-button';
import { PhoneStatus } from '../softphone/phone-status';
import { Mark } from '../ui/mark';
import { ProfileMenu } from './profile-menu';

export function TopBar({ name, email }: { name: string; email: string }) {
  const t = useTranslations('app');

  return (
    <header className="flex h-(--topbar-height) items-center gap-4 border-border border-b bg-surface px-4 max-lg:h-14">
      <Link href="/" className="flex items-center gap-2 font-semibold text-md">
        <Mark className="size-5" />
        {t('name')}
      </Link>
      <div className="ms-auto flex items-center gap-3">
        <DialerButton />
        <PhoneStatus />
        <ProfileMenu name={name} email={email} />
      </div>
    </header>
  );
}
