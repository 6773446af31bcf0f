import { type ReactNode, useId } from 'react';

/** A titled box of the delivery's screen, with at most one thing at the right of its title. */
export function Panel({
  title,
  aside,
  className = '',
  children,
}: {
  title: string;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();

  return (
    <section aria-labelledby={id} className={`panel min-w-0 ${className}`}>
      <div className="flex min-h-9 items-center justify-between gap-2 border-separator border-b px-3">
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
