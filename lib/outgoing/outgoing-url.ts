export type UrlProblem = 'urlInvalid' | 'urlNotHttp' | 'urlHasCredentials';

/** What is wrong with an address that somebody typed, before anybody resolves it; null when nothing is. */
export function urlProblem(typed: string): UrlProblem | null {
  if (!URL.canParse(typed)) return 'urlInvalid';
  const { protocol, username, password } = new URL(typed);
  if (protocol !== 'http:' && protocol !== 'https:') return 'urlNotHttp';
  return username || password ? 'urlHasCredentials' : null;
}

/** The host as a resolver and a list of hosts know it: no brackets, no final dot. A URL has lower-cased it. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}
