import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export function ConnectionHead({ name, children }: { name: string; children?: ReactNode }) {
  const t = useTranslations('pbx');

  return (
    <header className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0">
        <Link href="/admin/pbx" className="text-muted text-xs hover:underline">
          {t('title')}
        </Link>
        <h1 className="wrap-anywhere font-semibold text-lg">
          <bdi>{name}</bdi>
        </h1>
      </div>
      {children}
    </header>
  );
}
