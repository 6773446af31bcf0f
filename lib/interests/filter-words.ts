// Apart from filter.ts, whose reader no browser needs.

export const ME = 'me';
export const NOBODY = 'none';
export const ANY_STAGE = 'any';
export const CLOSED_STAGES = ['won', 'lost'] as const;
