import { headers } from 'next/headers';
import { addressKey } from './address-key.ts';
import { CLIENT_ADDRESS_HEADER, PATH_HEADER } from './private-headers.ts';

export type Client = { address: string; userAgent: string };

const USER_AGENT_CHARACTERS = 300;

export function clientOf(header: (name: string) => string | null | undefined): Client {
  return {
    address: addressKey(header(CLIENT_ADDRESS_HEADER)),
    userAgent: (header('user-agent') ?? '').slice(0, USER_AGENT_CHARACTERS),
  };
}

/** Who asks, as far as the connection says. */
export async function currentClient(): Promise<Client> {
  const given = await headers();
  return clientOf((name) => given.get(name));
}

/** The path and query of the page that is asked for, which Next does not tell a page. */
export async function requestedPath(): Promise<string | null> {
  return (await headers()).get(PATH_HEADER);
}
