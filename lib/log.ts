import { pino } from 'pino';
import { env } from './env.ts';

const SECRET_FIELDS = ['password', 'passwordHash', 'secret', 'sealed', 'sealedPassword', 'token', 'authorization', 'cookie'];

/**
 * The one log, as JSON lines on standard output. Fields that hold secrets are cut out wherever a caller forgot to;
 * phone numbers go through `maskNumber`, e-mails through `maskEmail` before they get here (events.md rule 9).
 */
export const log = pino({
  level: env.logLevel,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
});
