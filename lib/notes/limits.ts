export const MAX_NOTE_CHARACTERS = 4_000;
