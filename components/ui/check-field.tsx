import { type ComponentPropsWithRef, useId } from 'react';

/** A box to tick, with what it means beside it. */
export function CheckField({
  label,
  hint,
  ...input
}: { label: string; hint?: string } & Omit<ComponentPropsWithRef<'input'>, 'id' | 'type'>) {
  const id = useId();
  const hintId = `${id}-hint`;

  return (
    <div className="flex items-start gap-2">
      <input
        {...input}
        id={id}
        type="checkbox"
        aria-describedby={hint ? hintId : undefined}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div className="min-w-0">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={hintId} className="text-muted text-xs">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
