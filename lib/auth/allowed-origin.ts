const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost']);

/**
 * Whether a page of this origin may open a socket or act on the phone (R37). A browser always sends Origin with either, and
 * may send the visitor's cookie: without this check any site could listen in. `allowsLoopback` lets a demo or a developer
 * use either name.
 */
export function isAllowedOrigin(origin: string | undefined, publicOrigin: string, allowsLoopback: boolean): boolean {
  if (!origin || !URL.canParse(origin)) return false;

  const given = new URL(origin);
  const own = new URL(publicOrigin);
  if (given.origin === own.origin) return true;
  return allowsLoopback && LOOPBACK_NAMES.has(given.hostname) && given.protocol === own.protocol && given.port === own.port;
}
