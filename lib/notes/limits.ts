export const MAX_NOTE_CHARACTERS = 4_000;
/** How many a list shows, the latest of them. */
export const NOTE_ROWS = 50;
