'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { FILE_KINDS } from '@/lib/files/media-types';

const STEP = 1024;
const LEAST_KILOBYTES = 0.1;
/** `1 234 567` → `1.2 MB`, as the language writes it; single bytes interest nobody. */
export function useBytesInWords(): (bytes: number) => string {
  const locale = useLocale();

  return useMemo(() => {
    const shape = { style: 'unit', unitDisplay: 'short', maximumFractionDigits: 1 } as const;
    const kilobytes = new Intl.NumberFormat(locale, { ...shape, unit: 'kilobyte' });
    const megabytes = new Intl.NumberFormat(locale, { ...shape, unit: 'megabyte' });
    return (bytes) =>
      bytes < STEP * STEP ? kilobytes.format(Math.max(LEAST_KILOBYTES, bytes / STEP)) : megabytes.format(bytes / STEP / STEP);
  }, [locale]);
}

const WORDS = new Map<string, string>(
  Object.entries(FILE_KINDS).map(([kind, { mediaType }]) => [mediaType, kind === 'text' ? 'TXT' : kind.toUpperCase()]),
);

/** Its kind as everybody writes it, in any language: PDF, DOCX. A picture that was somebody's photo may be a WebP. */
export function kindInWords(mediaType: string): string {
  return WORDS.get(mediaType) ?? mediaType.split('/').at(-1)?.toUpperCase() ?? '';
}
