import { isIP } from 'node:net';
import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((word) => word === '1' || word === 'true');

/** `till.lan, [fd12::5]` → `['till.lan', 'fd12::5']`, as lib/outgoing compares them. */
function hostsOf(list: string): string[] {
  const hosts = list.split(',').map((host) =>
    host
      .trim()
      .toLowerCase()
      .replace(/^\[|\]$/g, '')
      .replace(/\.$/, ''),
  );
  return hosts.filter(Boolean);
}

const Environment = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url().optional(),
    OFFHOOK_DATA: z.string().min(1).default('.data'),
    DATABASE_URL: z.string().min(1).optional(),
    OFFHOOK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
    OFFHOOK_DEMO: flag,
    OFFHOOK_ALLOW_PRIVATE: z.string().default(''),
    OFFHOOK_TRUSTED_PROXIES: z
      .string()
      .default('')
      .refine((list) => hostsOf(list).every((host) => isIP(host) > 0), 'must be IP addresses with commas between them'),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }).optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .transform((raw) => ({
    isProduction: raw.NODE_ENV === 'production',
    port: raw.PORT,
    host: raw.HOST,
    publicUrl: (raw.PUBLIC_URL ?? `http://${raw.HOST.includes(':') ? `[${raw.HOST}]` : raw.HOST}:${raw.PORT}`).replace(/\/$/, ''),
    dataFolder: raw.OFFHOOK_DATA,
    databaseUrl: raw.DATABASE_URL,
    secret: raw.OFFHOOK_SECRET,
    isDemo: raw.OFFHOOK_DEMO,
    allowedPrivateHosts: hostsOf(raw.OFFHOOK_ALLOW_PRIVATE),
    trustedProxies: hostsOf(raw.OFFHOOK_TRUSTED_PROXIES),
    smtpUrl: raw.SMTP_URL,
    logLevel: raw.LOG_LEVEL,
  }));

export type Env = z.infer<typeof Environment>;

/**
 * Reads the environment of a process. Throws one sentence that names every variable at fault, never its value.
 * Everything else in the product takes its settings from `env`, never from `process.env`.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;

  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new Error(`The environment is not usable: ${faults.join('; ')}`);
}

export const env = parseEnv(process.env);

// next-auth reads these from the process itself; without them it assumes port 3000 and the wrong cookie flag.
process.env.NEXTAUTH_URL = env.publicUrl;

/** The key of sessions and of everything encrypted at rest. Throws when it is not set: see `.env.example`. */
export function requireSecret(): string {
  if (!env.secret) throw new Error('OFFHOOK_SECRET is not set: it signs the sessions and encrypts the PBX secrets.');
  return env.secret;
}

/** Whether cookies carry the Secure flag: they do when the public address is https. */
export const isSecureOrigin = env.publicUrl.startsWith('https://');

/**
 * With PORT=0 the port is known once the server listens. Next loads its own copy of this module after that and must
 * read the real one. Returns the public address.
 */
export function settlePort(port: number): string {
  process.env.PORT = String(port);
  const { publicUrl } = parseEnv(process.env);
  process.env.NEXTAUTH_URL = publicUrl;
  return publicUrl;
}
