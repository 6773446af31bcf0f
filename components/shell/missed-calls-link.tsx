'use client';

import { PhoneMissed } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { countMissedCalls } from '@/lib/missed-calls/actions';
import { useGathered } from '../live/use-gathered';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useDesk } from '../softphone/desk-context';

const GATHER_MS = 500 + Math.random() * 1_500;
const SHOWN_UP_TO = 999;
const NEWS_MS = 8_000;

/** The counter at the top of every screen (S2.12), true a moment after anything about it has changed, and what is said of a new miss. */
export function MissedCallsLink({ listed }: { listed: number }) {
  const t = useTranslations('shell');
  const { me } = useDesk();
  const [count, setCount] = useState(listed);
  const [news, setNews] = useState<{ caller: string; count: number } | null>(null);

  useEffect(() => {
    if (!news) return;
    const over = setTimeout(() => setNews(null), NEWS_MS);
    return () => clearTimeout(over);
  }, [news]);

  // What is heard while the answer is under way may be in it already, or not.
  const isUnsure = useRef(false);
  async function look() {
    isUnsure.current = false;
    const answer = await countMissedCalls().catch(() => null);
    if (isUnsure.current) lookSoon();
    if (answer?.ok) setCount(answer.data);
  }
  const lookSoon = useGathered(() => void look(), GATHER_MS);
  useLiveEvent('missed-call:changed', ({ isListed, listGrewBy, miss }) => {
    isUnsure.current = true;
    setCount((before) => Math.max(0, before + listGrewBy));
    // Beyond what is shown nobody knows the count: it is asked for, by each browser at a moment of its own.
    if (count > SHOWN_UP_TO) lookSoon();
    const isForMe = !miss?.forId || miss.forId === me.id;
    if (miss && isListed && isForMe) setNews({ caller: miss.name || miss.caller || t('withheldCaller'), count: miss.count });
  });
  useConnected(() => void look());

  const shown = Math.min(count, SHOWN_UP_TO);
  const name = t('missedCount', { count: shown, more: count > SHOWN_UP_TO ? '+' : '' });

  return (
    <>
      {/* Beside the counter, where it covers nothing that somebody works on. */}
      <span role="status" aria-label={t('missedNews')} className="min-w-0 max-w-56 truncate text-missed">
        {news && t('newMiss', news)}
      </span>
      <Link href="/calls/missed" prefetch={false} title={name} className="button button--ghost max-sm:h-11! max-sm:min-w-11">
        <span className="sr-only">{name}</span>
        <PhoneMissed aria-hidden="true" />
        <span aria-hidden="true" className="max-lg:hidden">
          {t('missed')}
        </span>
        {count > 0 && (
          <span
            aria-hidden="true"
            className="num min-w-5 rounded-full bg-missed-solid px-1.5 text-center font-medium text-white text-xs leading-5"
          >
            {shown}
            {count > SHOWN_UP_TO && '+'}
          </span>
        )}
      </Link>
    </>
  );
}
