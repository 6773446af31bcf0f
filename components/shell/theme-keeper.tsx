'use client';

import { useEffect } from 'react';
import { keepTheme } from './theme';

/** In every page, also one without a desk. */
export function ThemeKeeper() {
  useEffect(keepTheme, []);
  return null;
}
