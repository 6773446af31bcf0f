'use client';

import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { type ButtonSize, buttonClass, type Intent } from './button-class';
import { useTooltip } from './use-tooltip';

export type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'disabled' | 'children' | 'name'> & {
  /** Its accessible name, also shown as its tooltip. */
  name: string;
  icon: ReactNode;
  intent?: Intent;
  size?: ButtonSize;
  isPending?: boolean;
  disabledReason?: string | null;
};

export function IconButton({
  name,
  icon,
  intent = 'ghost',
  size,
  isPending = false,
  disabledReason,
  className,
  onClick,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const { triggerProps, tooltip, show } = useTooltip(disabledReason ?? name, { describes: Boolean(disabledReason) });
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
        aria-label={name}
        aria-disabled={isDisabled || undefined}
        aria-busy={isPending || undefined}
        className={buttonClass({ intent, size, isIconOnly: true, className })}
        onClick={press}
      >
        {icon}
      </button>
      {tooltip}
    </>
  );
}
