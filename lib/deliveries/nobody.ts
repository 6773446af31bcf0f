/** In the filter of drivers: the deliveries that nobody brings yet. Apart from filter.ts, whose reader no browser needs. */
export const NOBODY = 'none';
