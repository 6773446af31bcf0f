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
    <nav aria-label={t('nav')} className="main-nav">
      <ul>
        {PLACES.map(({ label, icon: Icon, under = `/${label}`, page = '' }) => {
          if (hidden.includes(label)) return null;
          const isHere = pathname === under || pathname.startsWith(`${under}/`);
          return (
            <li key={label}>
              <Link
                href={under + page}
                // Nothing of these pages is known ahead: fetching it would only delay this one, at its start and at each refresh.
                prefetch={false}
                aria-current={isHere ? 'page' : undefined}
              >
                <Icon aria-hidden="true" strokeWidth={1.8} />
                {t(label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
