'use client';

import { useEffectEvent, useState } from 'react';
import { readDrivers } from '@/lib/deliveries/choice-actions';
import type { AssignableDriver } from '@/lib/drivers/assignable';
import { useConnected, useLiveEvent } from '../../live/use-live-event';

/** The drivers one can choose from, kept true: who is on shift, and how much they carry. */
export function useDrivers(initial: AssignableDriver[]): AssignableDriver[] {
  const [drivers, setDrivers] = useState(initial);
  const read = useEffectEvent(async () => {
    const result = await readDrivers().catch(() => null);
    if (result?.ok) setDrivers(result.data);
  });

  useLiveEvent('driver:changed', () => void read());
  useConnected(() => void read());
  return drivers;
}
