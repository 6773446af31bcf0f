'use client';

import type { ReactNode } from 'react';
import { type ButtonSize, buttonClass, type Intent } from './button-class';
import { Pressable, type PressableProps } from './pressable';

export type IconButtonProps = Omit<PressableProps, 'children' | 'name' | 'hint' | 'isHintName'> & {
  /** Its accessible name, also shown as its tooltip. */
  name: string;
  icon: ReactNode;
  intent?: Intent;
  size?: ButtonSize;
};

export function IconButton({ name, icon, intent = 'ghost', size, className, ...rest }: IconButtonProps) {
  return (
    <Pressable
      {...rest}
      hint={name}
      isHintName
      aria-label={name}
      className={buttonClass({ intent, size, isIconOnly: true, className })}
    >
      {icon}
    </Pressable>
  );
}
