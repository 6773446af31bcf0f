'use client';

import { Bike, Car, Handshake, type LucideIcon, PhoneMissed, Settings, Users } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

type Place = {
  href: string;
  under: string;
  label: 'deliveries' | 'customers' | 'drivers' | 'interests' | 'missed' | 'administration';
  icon: LucideIcon;
};

const PLACES: Place[] = [
  { href: '/deliveries', under: '/deliveries', label: 'deliveries', icon: Bike },
  { href: '/customers', under: '/customers', label: 'customers', icon: Users },
  { href: '/drivers', under: '/drivers', label: 'drivers', icon: Car },
];
const INTERESTS: Place = { href: '/interests', under: '/interests', label: 'interests', icon: Handshake };
const MISSED: Place = { href: '/calls/missed', under: '/calls/missed', label: 'missed', icon: PhoneMissed };
const ADMINISTRATION: Place = { href: '/admin/users', under: '/admin', label: 'administration', icon: Settings };

/** A column at the left; on a narrow screen a bar at the bottom. */
export function MainNavigation({ isAdmin, mayInterests }: { isAdmin: boolean; mayInterests: boolean }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const places = [...PLACES, ...(mayInterests ? [INTERESTS] : []), MISSED, ...(isAdmin ? [ADMINISTRATION] : [])];

  return (
    <nav
      aria-label={t('nav')}
      className="max-lg:order-last max-lg:shrink-0 max-lg:border-border max-lg:border-t max-lg:bg-surface lg:overflow-y-auto lg:border-border lg:border-e lg:p-2"
    >
      <ul className="flex max-lg:justify-around lg:flex-col lg:gap-px">
        {places.map(({ href, under, label, icon: Icon }) => {
          const isHere = pathname === under || pathname.startsWith(`${under}/`);
          return (
            <li key={href} className="max-lg:flex-1">
              <Link
                href={href}
                // Nothing of these pages is known ahead: fetching it would only delay this one, at its start and at each refresh.
                prefetch={false}
                aria-current={isHere ? 'page' : undefined}
                className={`flex items-center rounded-md max-lg:h-14 max-lg:flex-col max-lg:justify-center max-lg:gap-0.5 max-lg:text-xs lg:h-8 lg:gap-2 lg:px-2 ${
                  isHere
                    ? 'font-medium text-foreground max-lg:text-accent-text lg:bg-surface-tertiary'
                    : 'text-muted hover:text-foreground lg:hover:bg-surface-secondary'
                }`}
              >
                <Icon aria-hidden="true" strokeWidth={1.8} className="size-4 shrink-0 max-lg:size-5" />
                {t(label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
