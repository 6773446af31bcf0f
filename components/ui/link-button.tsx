import Link from 'next/link';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { type ButtonSize, buttonClass, type Intent } from './button-class';
import { Kbd } from './kbd';

type LinkButtonProps = ComponentPropsWithRef<typeof Link> & {
  intent?: Intent;
  size?: ButtonSize;
  icon?: ReactNode;
  keyHint?: string;
};

/** Goes somewhere, so it is a link; looks like a button. */
export function LinkButton({ intent, size, icon, keyHint, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} aria-keyshortcuts={keyHint} className={buttonClass({ intent, size, className })}>
      {icon}
      {children}
      {keyHint && <Kbd>{keyHint}</Kbd>}
    </Link>
  );
}
