'use client';

import { RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import { useLiveEvent, useReconnected } from '../live/use-live-event';
import { Button } from '../ui/button';

const GATHER_MS = 1_000;

/** Renders the customers again after they or their deliveries changed; while the pointer or the keyboard is among them it offers to. */
export function LiveCustomers({ children }: { children: ReactNode }) {
  const t = useTranslations('customers');
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [hasChanged, setChanged] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function refresh() {
    setChanged(false);
    startTransition(() => router.refresh());
  }

  const refreshUnlessInUse = useEffectEvent(() => {
    const isInUse = list.current?.matches(':hover') || list.current?.contains(document.activeElement);
    if (isInUse) setChanged(true);
    else refresh();
  });

  function refreshSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(refreshUnlessInUse, GATHER_MS);
  }

  const refreshOffered = useEffectEvent(() => {
    if (hasChanged) refreshSoon();
  });

  useEffect(() => {
    const element = list.current;
    const leave = () => refreshOffered();
    element?.addEventListener('pointerleave', leave);
    element?.addEventListener('focusout', leave);
    return () => {
      clearTimeout(timer.current);
      element?.removeEventListener('pointerleave', leave);
      element?.removeEventListener('focusout', leave);
    };
  }, []);
  useLiveEvent('customer:changed', refreshSoon);
  useLiveEvent('delivery:changed', refreshSoon);
  useReconnected(refreshSoon);

  return (
    <div ref={list} className="relative">
      <div role="status" className="absolute inset-x-0 -top-4 z-5 flex justify-center empty:hidden">
        {hasChanged && (
          <Button size="sm" icon={<RefreshCw aria-hidden="true" />} onClick={refresh} className="shadow-overlay">
            {t('changed')}
          </Button>
        )}
      </div>
      {children}
    </div>
  );
}
