export const MAX_DRIVER_NAME = 80;
export const MAX_DRIVER_NUMBERS = 5;
