const MEBIBYTE = 1024 * 1024;

/** S2.35b. */
export const MAX_FILE_MEBIBYTES = 50;
export const MAX_FILE_BYTES = MAX_FILE_MEBIBYTES * MEBIBYTE;
export const MAX_PHOTO_MEBIBYTES = 10;
export const MAX_PHOTO_BYTES = MAX_PHOTO_MEBIBYTES * MEBIBYTE;
/** A telephone's best camera makes 50; four bytes each is what showing it takes, however few bytes the file has. */
export const MAX_PHOTO_MEGAPIXELS = 50;
export const MAX_FILE_NAME_CHARACTERS = 150;
/** What is stored, sent and held in memory at a time. */
export const CHUNK_BYTES = 256 * 1024;
/** How long a deleted note or file can be put back, and one that never came whole is waited for. */
export const KEEP_HOURS = 1;
