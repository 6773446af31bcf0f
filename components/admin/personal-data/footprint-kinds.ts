import type { Footprint } from '@/lib/personal-data/types';

/** In the order in which they are told. */
export const FOOTPRINT_KINDS = [
  ...([
    'customers',
    'contacts',
    'numbers',
    'addresses',
    'deliveries',
    'calls',
    'callEvents',
    'notes',
    'files',
    'interests',
    'merges',
    'audit',
  ] as const),
] satisfies (keyof Footprint)[];
