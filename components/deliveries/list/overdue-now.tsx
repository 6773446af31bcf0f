'use client';

import { type DeliveryStatus, overdueMinutes } from '@/lib/deliveries/status';
import { Overdue } from '../../calls/overdue';
import { useServerNow } from '../../softphone/use-server-now';

type OverdueNowProps = { wantedAt: Date; status: DeliveryStatus; nowMs: number };

/** By how much it is late at this moment: it counts on while the list stands still under the pointer. */
export function OverdueNow({ wantedAt, status, nowMs }: OverdueNowProps) {
  const late = overdueMinutes(wantedAt, status, useServerNow(nowMs));

  return (
    <span className="text-missed">
      <Overdue minutes={late} />
    </span>
  );
}
