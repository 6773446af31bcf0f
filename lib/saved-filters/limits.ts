export const MAX_SAVED_NAME = 40;
/** Of one person, for one list. */
export const MAX_SAVED = 20;
