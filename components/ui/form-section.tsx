import { type ReactNode, useId } from 'react';

type FormSectionProps = {
  /** Where a link may lead. */
  id?: string;
  title: string;
  hint?: string;
  /** Of the fields: keeps the room of what comes late. */
  className?: string;
  children: ReactNode;
};

/** What it is about at the left, its fields at the right; on a narrow screen one below the other. */
export function FormSection({ id, title, hint, className = '', children }: FormSectionProps) {
  const titleId = useId();

  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className="grid scroll-mt-4 gap-x-8 gap-y-3 border-separator border-b py-5 last:border-b-0 md:grid-cols-[15rem_minmax(0,27.5rem)]"
    >
      <div>
        <h2 id={titleId} className="font-semibold">
          {title}
        </h2>
        {hint && <p className="mt-1 max-w-prose text-muted">{hint}</p>}
      </div>
      <div className={`flex min-w-0 flex-col gap-4 ${className}`}>{children}</div>
    </section>
  );
}
