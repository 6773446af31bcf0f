/** The lists whose filters can be saved, by their path. */
export const FILTERED_LISTS = ['/deliveries', '/interests'] as const;
export type FilteredList = (typeof FILTERED_LISTS)[number];
