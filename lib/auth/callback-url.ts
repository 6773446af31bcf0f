const MAX_CHARACTERS = 2_000;
const NOWHERE = 'http://offhook.invalid';
// Browsers read a backslash as a slash and drop control characters, which turns "/\evil" into another site's address.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to refuse
const UNSAFE = /[\u0000-\u0020\u007F\\]/;

/** Where a sign-in may lead: a page of this site. Anything else, and the sign-in page itself, is null. */
export function safeCallbackUrl(raw: unknown): string | null {
  if (typeof raw !== 'string' || raw.length > MAX_CHARACTERS) return null;
  if (!raw.startsWith('/') || raw.startsWith('//') || UNSAFE.test(raw)) return null;

  const url = URL.canParse(raw, NOWHERE) ? new URL(raw, NOWHERE) : null;
  if (url?.origin !== NOWHERE || url.pathname.startsWith('//')) return null;
  if (url.pathname === '/' || /^\/(sign-in|api)(\/|$)/.test(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

/** The sign-in page that leads back to `path` afterwards. */
export function signInAddress(path: string | null): string {
  const back = safeCallbackUrl(path);
  return back ? `/sign-in?callbackUrl=${encodeURIComponent(back)}` : '/sign-in';
}
