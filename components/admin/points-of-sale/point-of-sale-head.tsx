'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '../../ui/chip';

type HeadProps = { id?: string; name: string; isArchived?: boolean; children?: ReactNode };

/** Which point of sale, and the two sides of setting it up. */
export function PointOfSaleHead({ id, name, isArchived = false, children }: HeadProps) {
  const t = useTranslations('pointsOfSale');

  return (
    <header className="border-border border-b px-4 pt-3">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-2">
        <div className="min-w-0">
          <Link href="/admin/points-of-sale" className="text-muted text-xs hover:underline">
            {t('title')}
          </Link>
          <h1 className="wrap-anywhere flex flex-wrap items-center gap-x-2 font-semibold text-lg">
            <bdi>{name}</bdi>
            {isArchived && <Chip>{t('archived')}</Chip>}
          </h1>
        </div>
        <div className="flex flex-wrap items-center gap-2">{children}</div>
      </div>
      {id && <Tabs path={`/admin/points-of-sale/${id}`} />}
    </header>
  );
}

function Tabs({ path }: { path: string }) {
  const t = useTranslations('pointsOfSale');
  const here = usePathname();
  const tabs = [
    { href: path, label: t('settings') },
    { href: `${path}/till`, label: t('till') },
  ];

  return (
    <nav aria-label={t('tabs')}>
      <ul className="flex gap-5">
        {tabs.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here === href ? 'page' : undefined}
              className={`-mb-px flex h-9 items-center border-b-2 font-medium ${
                here === href ? 'border-accent' : 'border-transparent text-muted hover:text-foreground'
              }`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
