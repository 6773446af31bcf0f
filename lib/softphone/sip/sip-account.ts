import { z } from 'zod';

/** What its owner's page needs to register; kept in memory only (S0.3b, R35). */
export const SipAccount = z.object({
  server: z.string(),
  domain: z.string(),
  login: z.string(),
  extension: z.string(),
  /** MD5(login:realm:password), where the PBX's realm is known; else the password itself. */
  secret: z.union([z.object({ ha1: z.string() }), z.object({ password: z.string() })]),
  iceServers: z.array(z.object({ urls: z.string(), username: z.string().optional(), credential: z.string().optional() })),
});
export type SipAccount = z.infer<typeof SipAccount>;
