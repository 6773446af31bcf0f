import type { ReactNode } from 'react';

type SettingsSectionProps = { id: string; title: string; hint: string; className?: string; children: ReactNode };

/** What it is about at the left, the fields beside it. `className` keeps the room of what comes late. */
export function SettingsSection({ id, title, hint, className = '', children }: SettingsSectionProps) {
  const titleId = `${id}-title`;

  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className="mt-6 grid scroll-mt-4 gap-x-6 gap-y-4 border-border border-t pt-5 md:grid-cols-[15.5rem_minmax(0,27.5rem)]"
    >
      <div>
        <h2 id={titleId} className="font-semibold">
          {title}
        </h2>
        <p className="mt-1 text-muted">{hint}</p>
      </div>
      <div className={className}>{children}</div>
    </section>
  );
}
