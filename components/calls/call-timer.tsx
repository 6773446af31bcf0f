'use client';

import { useServerNow } from '../softphone/use-server-now';
import { formatDuration } from '../ui/formats';

/** How long something has gone on, counted by the server's clock. `since` is ISO. */
export function CallTimer({ since, className = '' }: { since: string; className?: string }) {
  const seconds = (useServerNow() - Date.parse(since)) / 1_000;

  return (
    <span role="timer" className={className}>
      {formatDuration(seconds)}
    </span>
  );
}
