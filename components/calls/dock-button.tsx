'use client';

import type { ReactNode } from 'react';
import { useTooltip } from '../ui/use-tooltip';

type DockButtonProps = {
  name: string;
  icon: ReactNode;
  keyHint?: string;
  /** For a toggle. */
  isPressed?: boolean;
  /** For one that shows or hides a part. */
  expands?: { id: string; isExpanded: boolean };
  disabledReason: string | null;
  onPress: () => void;
};

/** A tall button of the call's grid: icon above, name and key below. */
export function DockButton({ name, icon, keyHint, isPressed, expands, disabledReason, onPress }: DockButtonProps) {
  const { triggerProps, tooltip, show } = useTooltip(disabledReason ?? undefined);
  const isOn = isPressed || expands?.isExpanded;

  return (
    <>
      <button
        {...triggerProps}
        type="button"
        aria-pressed={isPressed}
        aria-expanded={expands?.isExpanded}
        aria-controls={expands?.isExpanded ? expands.id : undefined}
        aria-disabled={disabledReason ? true : undefined}
        aria-keyshortcuts={keyHint}
        onClick={(event) => (disabledReason ? show(event.currentTarget) : onPress())}
        className={`button h-14 w-full flex-col gap-1 px-1 [&>svg]:size-4.5! ${
          isOn ? 'bg-held-soft text-held' : 'bg-surface-secondary hover:bg-surface-tertiary'
        }`}
      >
        {icon}
        <span>
          {name}
          {keyHint && (
            <span aria-hidden="true" className="ms-1.5 font-normal text-muted text-xs pointer-coarse:hidden">
              {keyHint}
            </span>
          )}
        </span>
      </button>
      {tooltip}
    </>
  );
}
