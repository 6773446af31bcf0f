'use client';

import type { ReactNode } from 'react';
import { useTooltip } from '../ui/use-tooltip';

type DockButtonProps = {
  name: string;
  icon: ReactNode;
  keyHint?: string;
  /** For a toggle. */
  isPressed?: boolean;
  /** How it looks while it is on: as the hold it stands for, or simply chosen. */
  tone?: 'held' | 'chosen';
  /** For one that shows or hides a part. */
  expands?: { id: string; isExpanded: boolean };
  disabledReason: string | null;
  onPress: () => void;
};

const ON_LOOKS = { held: 'bg-held-soft text-held', chosen: 'bg-accent-soft text-accent-text' };

/** A tall button of the call's grid: icon above, name and key below. */
export function DockButton({
  name,
  icon,
  keyHint,
  isPressed,
  tone = 'chosen',
  expands,
  disabledReason,
  onPress,
}: DockButtonProps) {
  const { triggerProps, tooltip, show } = useTooltip(disabledReason ?? undefined);
  const isOn = isPressed || expands?.isExpanded;
  const look = isOn ? ON_LOOKS[tone] : 'bg-surface-secondary hover:bg-surface-tertiary';

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
        className={`button h-14 w-full flex-col gap-1 px-1 [&>svg]:size-4.5! ${look}`}
      >
        {icon}
        <span>
          {name}
          {keyHint && (
            <span aria-hidden="true" className="ms-1.5 font-normal text-muted text-xs pointer-coarse:hidden max-lg:hidden">
              {keyHint}
            </span>
          )}
        </span>
      </button>
      {tooltip}
    </>
  );
}
