'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';

const PLACES = [
  { href: '/admin/users', label: 'users' },
  { href: '/admin/pbx', label: 'pbx' },
  { href: '/admin/calls', label: 'calls' },
  { href: '/admin/messages', label: 'messages' },
  { href: '/admin/catalogue', label: 'catalogue' },
  { href: '/admin/points-of-sale', label: 'pointsOfSale' },
  { href: '/admin/customer-fields', label: 'customerFields' },
  { href: '/admin/interests', label: 'interests' },
  { href: '/admin/personal-data', label: 'personalData' },
  { href: '/admin/jobs', label: 'jobs' },
] as const;

/** The parts of the administration, above whichever is open. */
export function AdminNavigation() {
  const t = useTranslations('admin');
  const pathname = usePathname();

  return (
    <nav aria-label={t('sections')} className="overflow-x-auto border-border border-b bg-surface px-4">
      <ul className="flex gap-5">
        {PLACES.map(({ href, label }) => {
          const isHere = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={`-mb-px flex h-10 items-center whitespace-nowrap border-b-2 ${
                  isHere ? 'border-accent font-medium' : 'border-transparent text-muted hover:text-foreground'
                }`}
              >
                {t(label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
