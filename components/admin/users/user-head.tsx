import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chip } from '../../ui/chip';
import { initials } from '../../ui/initials';

type HeadProps = { name: string; isDisabled?: boolean; children?: ReactNode };

export function UserHead({ name, isDisabled = false, children }: HeadProps) {
  const t = useTranslations('users');

  return (
    <header className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="flex min-w-0 items-center gap-3">
        <span
          aria-hidden="true"
          className="grid size-10 shrink-0 place-items-center rounded-lg bg-surface-tertiary text-muted max-sm:hidden"
        >
          {initials(name)}
        </span>
        <div className="min-w-0">
          <Link href="/admin/users" className="text-muted text-xs hover:underline">
            {t('title')}
          </Link>
          <h1 className="wrap-anywhere flex flex-wrap items-center gap-x-2 font-semibold text-lg">
            <bdi>{name}</bdi>
            {isDisabled && <Chip>{t('disabled')}</Chip>}
          </h1>
        </div>
      </div>
      {children && <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{children}</div>}
    </header>
  );
}
