import { hash, verify } from '@node-rs/argon2';

// OWASP's second argon2id configuration; the package's defaults are argon2id and version 1.3.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let decoy: Promise<string> | undefined;

/** Compares with a hash that fits nothing where there is no account, so that both cost the same time. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  // A stored text that is no hash belongs to somebody who cannot sign in.
  const matches = await verify(passwordHash ?? (await decoy), password).catch(() => false);
  return matches && passwordHash !== null;
}
