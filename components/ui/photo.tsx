'use client';

import { UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';

const SIZES = {
  md: { frame: 'size-16', icon: 'size-8' },
  lg: { frame: 'size-24', icon: 'size-12' },
} as const;

type PhotoProps = {
  /** Null where there is none. */
  src: string | null;
  /** Of whom it is. */
  name: string;
  size?: keyof typeof SIZES;
  className?: string;
};

/** Somebody's photo as it was uploaded, or the outline of a person where there is none or it does not load (S1.13). */
export function Photo({ src, name, size = 'md', className = '' }: PhotoProps) {
  const t = useTranslations('photo');
  const [failed, setFailed] = useState<string | null>(null);
  const shown = src === failed ? null : src;
  const { frame, icon } = SIZES[size];

  return (
    <span
      role="img"
      aria-label={shown ? t('of', { name }) : t('none')}
      className={`grid shrink-0 place-items-center overflow-hidden rounded-md bg-surface-tertiary ${frame} ${className}`}
    >
      {shown ? (
        // The file itself, never a copy of lesser quality: no optimiser comes between.
        <img
          key={shown}
          ref={(image) => {
            // What failed before the page came alive told nobody.
            if (image?.complete && image.naturalWidth === 0) setFailed(shown);
          }}
          src={shown}
          alt=""
          decoding="async"
          className="size-full object-cover"
          onError={() => setFailed(shown)}
        />
      ) : (
        <UserRound aria-hidden="true" strokeWidth={1.8} className={`text-muted ${icon}`} />
      )}
    </span>
  );
}
