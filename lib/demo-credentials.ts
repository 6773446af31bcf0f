// Published on purpose: the server refuses to start with any of it outside the demo (lib/demo-guard.ts).

/** The password of every demo account. */
export const DEMO_PASSWORD = 'offhook-demo';

/** The practice PBX, as its webhook's address names it, and what it signs with. */
export const DEMO_SOURCE = 'practice';
export const DEMO_WEBHOOK_SECRET = 'whsec_b2ZmaG9vay1kZW1vLXNlY3JldC0wMDAwMDAwMDAw';
