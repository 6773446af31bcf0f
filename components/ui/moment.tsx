'use client';

import { useFormats } from './organisation';

/** A moment in the organisation's time zone; the exact one on hover. `at` is ISO. */
export function Moment({
  at,
  as = 'dateTime',
  className = '',
}: {
  at: string;
  as?: 'time' | 'day' | 'date' | 'dateTime';
  className?: string;
}) {
  const formats = useFormats();

  return (
    <time
      dateTime={at}
      title={as === 'dateTime' ? undefined : formats.dateTime(at)}
      className={`num whitespace-nowrap ${className}`}
    >
      {formats[as](at)}
    </time>
  );
}
