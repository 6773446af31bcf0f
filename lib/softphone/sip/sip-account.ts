/** What its owner's page needs to register; kept in memory only (S0.3b, R35). */
export type SipAccount = {
  server: string;
  domain: string;
  login: string;
  extension: string;
  /** MD5(login:realm:password), where the PBX's realm is known; else the password itself. */
  secret: { ha1: string } | { password: string };
  iceServers: { urls: string; username?: string; credential?: string }[];
};
