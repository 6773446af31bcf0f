'use client';

import type { ComponentPropsWithRef, MouseEvent } from 'react';
import { useTooltip } from './use-tooltip';

export type PressableProps = Omit<ComponentPropsWithRef<'button'>, 'disabled'> & {
  /** Keeps width, label and focus while something is under way. */
  isPending?: boolean;
  /** Why the button does nothing now. It stays focusable and says so in its tooltip. */
  disabledReason?: string | null;
  /** Said on hover and focus while it works. */
  hint?: string;
  /** The hint is its name, which is not to be read out twice. */
  isHintName?: boolean;
};

/** A native button that can be waiting, or disabled with a reason; what it looks like is its wearer's business. */
export function Pressable({
  isPending = false,
  disabledReason,
  hint,
  isHintName = false,
  onClick,
  type = 'button',
  ...rest
}: PressableProps) {
  const isDisabled = Boolean(disabledReason);
  const { triggerProps, tooltip, show } = useTooltip(disabledReason ?? hint, { describes: isDisabled || !isHintName });

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (!isDisabled && !isPending) return onClick?.(event);
    event.preventDefault();
    if (isDisabled) show(event.currentTarget);
  }

  return (
    <>
      <button
        {...rest}
        {...triggerProps}
        type={type}
        aria-disabled={isDisabled || undefined}
        aria-busy={isPending || undefined}
        onClick={press}
      />
      {tooltip}
    </>
  );
}
