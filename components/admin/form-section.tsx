import { type ReactNode, useId } from 'react';

/** What it is about at the left, its fields at the right; on a narrow screen one below the other. */
export function FormSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const id = useId();

  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-3 border-separator border-b py-5 last:border-b-0 md:grid-cols-[15rem_minmax(0,27.5rem)]"
    >
      <div>
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {hint && <p className="mt-1 max-w-prose text-muted">{hint}</p>}
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}
