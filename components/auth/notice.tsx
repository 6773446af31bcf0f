import type { ReactNode } from 'react';

/** A page that only says something: what is so, what to do, one way on. */
export function Notice({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-16 text-center">
      <h1 className="text-lg font-semibold">{title}</h1>
      <p className="max-w-prose text-muted">{hint}</p>
      {children && <div className="mt-3 flex gap-2">{children}</div>}
    </div>
  );
}
