export const MAX_NOTE_CHARACTERS = 4_000;
/** How long a deleted note or file can be put back; then nothing of it is left. */
export const UNDO_HOURS = 1;
