import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Failure } from '../failure.ts';

const PASSWORD_CHARACTERS = 10;

const NewAdmin = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email('must be an address: --email ada@example.com')),
  name: z.string().trim().min(1, 'must not be empty').default('Administrator'),
  organisation: z.string().trim().min(1, 'must not be empty').default('Offhook'),
  'time-zone': z.string().refine(isTimeZone, 'must be a time zone such as Europe/Warsaw').default(ownTimeZone),
  'password-stdin': z.boolean().default(false),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a currency code such as PLN')
    .default('EUR'),
});

/** The first admin of an installation, and the organisation's settings where it has none yet. */
export type NewAdmin = z.infer<typeof NewAdmin>;

/** Reads `--email …` and its like. Throws a Failure that names every fault. */
export function readAdmin(words: string[]): NewAdmin {
  const parsed = NewAdmin.safeParse(given(words));
  if (parsed.success) return parsed.data;

  const faults = parsed.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`);
  throw new Failure(`${faults.join('; ')}.`);
}

/** Throws a Failure when it is too short to be worth its argon2. */
export function requireStrong(password: string): string {
  if (password.length >= PASSWORD_CHARACTERS) return password;
  throw new Failure(`The password must have at least ${PASSWORD_CHARACTERS} characters.`);
}

function given(words: string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = {
      email: text,
      name: text,
      organisation: text,
      'time-zone': text,
      currency: text,
      'password-stdin': { type: 'boolean' } as const,
    };
    return { email: '', ...parseArgs({ args: words, options }).values };
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
