'use client';

import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { InterestOfCall } from '@/lib/inquiries/types';
import { useSubjectOf } from '../interests/use-subject-of';
import { useDesk } from '../softphone/desk-context';

/** What this call became already, by a colleague or by oneself: nobody registers the same twice unawares. */
export function RegisteredNotice({ interests }: { interests: InterestOfCall[] }) {
  const t = useTranslations('inquiry');
  const { me } = useDesk();
  const subjectOf = useSubjectOf();

  function sentence({ by }: InterestOfCall): string {
    if (by?.id === me.id) return t('registeredByMe');
    return t('registeredBy', { name: by?.name ?? t('somebody') });
  }

  return (
    <ul role="status" className="flex flex-col gap-1 rounded-md bg-surface-secondary p-2.5 empty:hidden">
      {interests.map((interest) => (
        <li key={interest.id} className="flex items-start gap-2">
          <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="wrap-anywhere min-w-0">
            {sentence(interest)}{' '}
            <Link href={`/interests/${interest.id}`} target="_blank" className="text-accent-text hover:underline">
              #{interest.number} <bdi>{subjectOf(interest)}</bdi>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
