/** Six parts in GSM-7: longer is a letter. */
export const MAX_SMS_CHARACTERS = 918;
export const MAX_TEMPLATES = 50;
export const MAX_NAME_CHARACTERS = 80;
