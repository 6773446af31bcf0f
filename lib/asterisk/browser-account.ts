import { createHash, createHmac } from 'node:crypto';
import { db } from '../db/client.ts';
import { unseal } from '../pbx/vault.ts';
import type { SipAccount } from '../softphone/sip/sip-account.ts';

const TURN_HOURS = 12;

const account = {
  login: true,
  sealedPassword: true,
  extension: true,
  connection: {
    select: {
      asterisk: {
        select: {
          sipAddress: true,
          sipDomain: true,
          sipRealm: true,
          stunUrl: true,
          turnUrl: true,
          sealedTurnSecret: true,
        },
      },
    },
  },
} as const;

/**
 * What the browser of this user needs to register, for its owner alone (S0.3b). With a realm the password itself stays here:
 * HA1 opens this one PBX and nothing else (R35). Null where the user has no account with a login and a password, or calls otherwise.
 */
export async function browserAccount(userId: string, now: Date): Promise<SipAccount | null> {
  const found = await db.pbxAccount.findFirst({
    select: account,
    where: { userId, isActive: true, user: { callsWith: 'browser' }, connection: { kind: 'asterisk' } },
  });
  const server = found?.connection.asterisk;
  if (!found?.login || !found.sealedPassword || !server?.sipAddress) return null;

  const { login, extension } = found;
  const password = unseal(found.sealedPassword);
  return {
    server: server.sipAddress,
    domain: server.sipDomain || new URL(server.sipAddress).hostname,
    login,
    extension,
    secret: server.sipRealm ? { ha1: ha1(login, server.sipRealm, password) } : { password },
    iceServers: [
      ...(server.stunUrl ? [{ urls: server.stunUrl }] : []),
      ...(server.turnUrl ? [{ urls: server.turnUrl, ...turnLogin(userId, server.sealedTurnSecret, now) }] : []),
    ],
  };
}

/** RFC 2617: what a digest is made of in place of the password. */
function ha1(login: string, realm: string, password: string): string {
  return createHash('md5').update(`${login}:${realm}:${password}`).digest('hex');
}

/** A login for half a day, made of the secret shared with the TURN server (coturn, `use-auth-secret`). */
function turnLogin(userId: string, sealedSecret: string | null, now: Date): { username?: string; credential?: string } {
  if (!sealedSecret) return {};
  const username = `${Math.floor(now.getTime() / 1000) + TURN_HOURS * 3600}:${userId}`;
  return { username, credential: createHmac('sha1', unseal(sealedSecret)).update(username).digest('base64') };
}
