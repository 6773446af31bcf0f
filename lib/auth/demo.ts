/** The published password of every demo account; they exist only with OFFHOOK_DEMO=1. */
export const DEMO_PASSWORD = 'offhook-demo';
