export const MAX_TAG_CHARACTERS = 40;
/** All of them are offered at once where one is put on something. */
export const MAX_TAGS = 300;
/** More say nothing any more. */
export const MAX_TAGS_EACH = 10;
