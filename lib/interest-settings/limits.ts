export const MAX_SETTING_NAME = 60;
/** A board of more columns is none that anybody looks at. */
export const MAX_STAGES = 20;
export const MAX_SERVICE_TYPES = 100;
