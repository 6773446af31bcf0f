import { UserRound } from 'lucide-react';
import { initials } from '../../ui/initials';

/** Who it is about, small; an empty place where it is nobody. */
export function Initials({ name, label }: { name: string | null; label: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={`ms-auto grid size-5 shrink-0 place-items-center rounded-full font-medium text-2xs ${
        name ? 'bg-surface-tertiary text-muted' : 'border border-border-strong border-dashed text-subtle'
      }`}
    >
      {name ? initials(name) : <UserRound aria-hidden="true" className="size-3" />}
    </span>
  );
}
