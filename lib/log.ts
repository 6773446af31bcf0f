import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import { env } from './env.ts';

const SECRET_FIELDS = [
  'password',
  'passwordHash',
  'secret',
  'sealed',
  'sealedPassword',
  'amiSecret',
  'sealedAmiSecret',
  'turnSecret',
  'sealedTurnSecret',
  'token',
  'authorization',
  'cookie',
];
// PostgreSQL quotes the row it refuses, with a customer's name and number in it.
const QUOTED_ROWS = ['err.detail', 'err.where'];

/**
 * JSON lines. Fields that hold secrets are cut out wherever a caller forgot to; numbers, e-mails and what people typed are not
 * logged at all: a call, a user and a delivery are named by their ids.
 */
export function createLog(level: Level | 'silent', destination: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: [...SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), ...QUOTED_ROWS],
    },
    destination,
  );
}

/** The one log, on standard output. */
export const log = createLog(env.logLevel);
