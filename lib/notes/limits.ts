export const MAX_NOTE_CHARACTERS = 4_000;
/** How many there are on a page, and at most on a call. */
export const NOTE_ROWS = 50;
