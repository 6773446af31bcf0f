'use client';

import { RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import { useLiveEvent, useReconnected } from '../../live/use-live-event';
import { Button } from '../../ui/button';
import { useRowKeys } from './use-row-keys';

const GATHER_MS = 400;
/** What is due soon becomes late without anybody saving. */
const TICK_MS = 60_000;

/**
 * Keeps the list true without moving what is under the pointer or the keyboard: while one of them is in it,
 * changes are collected and offered.
 */
export function LiveList({ children }: { children: ReactNode }) {
  const t = useTranslations('deliveries');
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useRowKeys(list);

  function refresh() {
    setChanged(new Set());
    startTransition(() => router.refresh());
  }

  const refreshUnlessInUse = useEffectEvent(() => {
    if (!isInUse(list.current)) refresh();
  });

  useLiveEvent('delivery:changed', ({ deliveryId }) => {
    setChanged((before) => new Set(before).add(deliveryId));
    clearTimeout(timer.current);
    timer.current = setTimeout(refreshUnlessInUse, GATHER_MS);
  });
  useReconnected(refresh);

  const refreshSoon = useEffectEvent(() => {
    if (changed.size > 0) timer.current = setTimeout(refreshUnlessInUse, GATHER_MS);
  });

  useEffect(() => {
    const tick = setInterval(() => document.visibilityState === 'visible' && refreshUnlessInUse(), TICK_MS);
    const element = list.current;
    const leave = () => refreshSoon();
    element?.addEventListener('pointerleave', leave);
    element?.addEventListener('focusout', leave);
    return () => {
      clearInterval(tick);
      clearTimeout(timer.current);
      element?.removeEventListener('pointerleave', leave);
      element?.removeEventListener('focusout', leave);
    };
  }, []);

  return (
    <div ref={list} className="relative">
      <div role="status" className="absolute inset-x-0 -top-4 z-5 flex justify-center empty:hidden">
        {changed.size > 0 && (
          <Button size="sm" icon={<RefreshCw aria-hidden="true" />} onClick={refresh} className="shadow-overlay">
            {t('changed', { count: changed.size })}
          </Button>
        )}
      </div>
      {children}
    </div>
  );
}

function isInUse(list: HTMLElement | null): boolean {
  return list !== null && (list.matches(':hover') || list.contains(document.activeElement));
}
