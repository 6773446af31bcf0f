'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { FILE_KINDS } from '@/lib/files/media-types';

const STEP = 1024;
const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** `1 234 567` → `1.2 MB`, as the language writes it. */
export function useBytesInWords(): (bytes: number) => string {
  const locale = useLocale();

  return useMemo(() => {
    const formats = UNITS.map(
      (unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }),
    );
    return (bytes) => {
      const step = bytes < STEP ? 0 : bytes < STEP * STEP ? 1 : 2;
      return formats[step]?.format(bytes / STEP ** step) ?? '';
    };
  }, [locale]);
}

const WORDS = new Map<string, string>(
  Object.entries(FILE_KINDS).map(([kind, { mediaType }]) => [mediaType, kind === 'text' ? 'TXT' : kind.toUpperCase()]),
);

/** Its kind as everybody writes it, in any language: PDF, DOCX. A picture that was somebody's photo may be a WebP. */
export function kindInWords(mediaType: string): string {
  return WORDS.get(mediaType) ?? mediaType.split('/').at(-1)?.toUpperCase() ?? '';
}
