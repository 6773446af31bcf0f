// The custom server writes these on every request, over whatever a client sent (server/request-headers.ts).
// X-Forwarded-For is not among them: anybody can write that one.
export const CLIENT_ADDRESS_HEADER = 'x-offhook-client-address';
export const PATH_HEADER = 'x-offhook-path';
export const NONCE_HEADER = 'x-offhook-nonce';
