export const MAX_TYPED_CHARACTERS = 40;
/** Of the last numbers. */
export const LAST_NUMBERS = 8;
