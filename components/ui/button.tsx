'use client';

import type { ReactNode } from 'react';
import { type ButtonSize, buttonClass, type Intent } from './button-class';
import { Kbd } from './kbd';
import { Pressable, type PressableProps } from './pressable';

export type ButtonProps = Omit<PressableProps, 'hint' | 'isHintName'> & {
  intent?: Intent;
  size?: ButtonSize;
  icon?: ReactNode;
  /** The key that does the same, shown inside and announced. */
  keyHint?: string;
  tooltip?: string;
};

export function Button({ intent, size, icon, keyHint, tooltip, className, children, ...rest }: ButtonProps) {
  return (
    <Pressable {...rest} hint={tooltip} className={buttonClass({ intent, size, className })} aria-keyshortcuts={keyHint}>
      {icon}
      {children}
      {keyHint && <Kbd>{keyHint}</Kbd>}
    </Pressable>
  );
}
