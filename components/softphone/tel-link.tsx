'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from '../ui/button-class';
import { useTooltip } from '../ui/use-tooltip';

type TelLinkProps = Omit<ButtonLook, 'className'> & { name: string; number: string; icon: ReactNode };

/** Hands the number to whatever application calls on this computer (S2.9). A button in all but what it is made of. */
export function TelLink({ name, number, icon, isIconOnly = false, ...look }: TelLinkProps) {
  const { triggerProps, tooltip } = useTooltip(isIconOnly ? name : undefined, { describes: false });

  // A link is followed by Enter alone.
  function press(event: KeyboardEvent<HTMLAnchorElement>) {
    triggerProps.onKeyDown(event);
    if (event.key !== ' ') return;
    event.preventDefault();
    event.currentTarget.click();
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: only a link can hand over an address, and its name is that of the button it stands for */}
      <a
        {...triggerProps}
        role="button"
        href={`tel:${number.replace(/[^+\d*#]/g, '')}`}
        aria-label={isIconOnly ? name : undefined}
        onKeyDown={press}
        className={buttonClass({ ...look, isIconOnly })}
      >
        {icon}
        {!isIconOnly && name}
      </a>
      {tooltip}
    </>
  );
}
