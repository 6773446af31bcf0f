'use client';

import { useFormats } from './organisation';

export function Money({ minor, className = '' }: { minor: number; className?: string }) {
  return <span className={`num whitespace-nowrap ${className}`}>{useFormats().money(minor)}</span>;
}
