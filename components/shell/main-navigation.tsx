'use client';

import { Bike, Car, ChartPie, Handshake, type LucideIcon, PhoneMissed, Settings, Users } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

export type PlaceName = 'deliveries' | 'customers' | 'drivers' | 'interests' | 'missed' | 'statistics' | 'administration';

type Place = { label: PlaceName; icon: LucideIcon; under?: string; page?: string };

/** Each is at the address of its name, where nothing else is said. */
const PLACES: Place[] = [
  { label: 'deliveries', icon: Bike },
  { label: 'customers', icon: Users },
  { label: 'drivers', icon: Car },
  { label: 'interests', icon: Handshake },
  { label: 'missed', icon: PhoneMissed, under: '/calls/missed' },
  { label: 'statistics', icon: ChartPie },
  { label: 'administration', icon: Settings, under: '/admin', page: '/users' },
];

/** A column at the left; on a narrow screen a bar at the bottom. `hidden`: where this user may not go. */
export function MainNavigation({ hidden }: { hidden: PlaceName[] }) {
  const t = useTranslations('shell');
  const pathname = usePathname();

  return (
    <nav
      aria-label={t('nav')}
      className="max-lg:order-last max-lg:shrink-0 max-lg:border-border max-lg:border-t max-lg:bg-surface lg:overflow-y-auto lg:border-border lg:border-e lg:p-2"
    >
      <ul className="flex max-lg:justify-around lg:flex-col lg:gap-px">
        {PLACES.map(({ label, icon: Icon, under = `/${label}`, page = '' }) => {
          if (hidden.includes(label)) return null;
          const isHere = pathname === under || pathname.startsWith(`${under}/`);
          return (
            <li key={label} className="max-lg:flex-1">
              <Link
                href={under + page}
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
