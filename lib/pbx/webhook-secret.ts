import { randomBytes } from 'node:crypto';

const SECRET_BYTES = 24;

/** As Standard Webhooks writes one. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}
