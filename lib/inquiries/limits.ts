/** A draft keeps also what is too long to be registered: nothing typed is lost before it is shortened. */
export const MAX_DRAFT_CHARACTERS = 20_000;
export const DRAFT_KEPT_DAYS = 30;
