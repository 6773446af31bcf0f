export const DEVICES_ID = 'devices';
export const DEVICES_PATH = `/settings#${DEVICES_ID}`;
