'use client';

import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { type ButtonSize, buttonClass, type Intent } from './button-class';
import { Kbd } from './kbd';
import { useTooltip } from './use-tooltip';

export type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'disabled'> & {
  intent?: Intent;
  size?: ButtonSize;
  icon?: ReactNode;
  /** The key that does the same, shown inside and announced. */
  keyHint?: string;
  /** Keeps width, label and focus while something is under way. */
  isPending?: boolean;
  /** Why the button does nothing now. It stays focusable and says so in its tooltip. */
  disabledReason?: string | null;
  tooltip?: string;
};

export function Button({
  intent,
  size,
  icon,
  keyHint,
  isPending = false,
  disabledReason,
  tooltip: hint,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const { triggerProps, tooltip, show } = useTooltip(disabledReason ?? hint);
  const isDisabled = Boolean(disabledReason);

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
        className={buttonClass({ intent, size, className })}
        aria-disabled={isDisabled || undefined}
        aria-busy={isPending || undefined}
        aria-keyshortcuts={keyHint}
        onClick={press}
      >
        {icon}
        {children}
        {keyHint && <Kbd>{keyHint}</Kbd>}
      </button>
      {tooltip}
    </>
  );
}
