'use client';

import { Car, Headset, UserRound, UsersRound } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Dialled, Owner } from '@/lib/dialer/types';
import { PhoneNumberText } from '../ui/phone-number-text';

const ICONS = { customer: UserRound, driver: Car, colleague: Headset, several: UsersRound };

/** Whose number it is, before it is dialled; of nobody's, how it is read aloud. */
export function NumberOwner({ dialled }: { dialled: Extract<Dialled, { kind: 'callable' }> }) {
  const t = useTranslations('dialer');
  const { owner, display, number } = dialled;
  if (!owner && !number.startsWith('+')) return t('extension', { extension: number });
  if (!owner) return <PhoneNumberText display={display} />;

  const Icon = ICONS[owner.kind];
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon aria-hidden="true" className="size-3.5 shrink-0 text-subtle" />
      <OwnerName owner={owner} isLink />
    </span>
  );
}

export function OwnerName({ owner, isLink = false }: { owner: Owner; isLink?: boolean }) {
  const t = useTranslations('dialer');
  if (owner.kind === 'several') return t('several', { count: owner.count });
  if (owner.kind === 'colleague' || !isLink) return <bdi className="min-w-0 truncate font-medium">{owner.name}</bdi>;

  return (
    <Link
      href={`/${owner.kind}s/${owner.id}`}
      prefetch={false}
      className="min-w-0 truncate font-medium text-accent-text underline underline-offset-2"
    >
      <bdi>{owner.name}</bdi>
    </Link>
  );
}
