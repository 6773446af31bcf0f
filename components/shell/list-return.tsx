'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';

const KEY = 'offhook-last-list';
const LISTS = ['/deliveries', '/customers', '/drivers'];
const HOME = '/deliveries';

/** Remembers, for this tab, the last list and its filters. */
export function RememberList() {
  const pathname = usePathname();
  const query = useSearchParams().toString();

  useEffect(() => {
    if (LISTS.includes(pathname)) window.sessionStorage.setItem(KEY, query ? `${pathname}?${query}` : pathname);
  }, [pathname, query]);

  return null;
}

/** Goes back to the list one came from, as it was filtered (S0.16). */
export function useListReturn(): () => void {
  const router = useRouter();

  return () => router.push(window.sessionStorage.getItem(KEY) ?? HOME);
}
