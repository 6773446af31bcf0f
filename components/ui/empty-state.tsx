import type { ReactNode } from 'react';

/** What is so, what to do about it, and one outlined button. */
export function EmptyState({ icon, title, hint, action }: { icon: ReactNode; title: string; hint?: string; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-1 px-4 py-12 text-center [&>svg]:mb-2 [&>svg]:size-5 [&>svg]:text-subtle">
      {icon}
      <p className="font-medium">{title}</p>
      {hint && <p className="max-w-prose text-muted">{hint}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}
