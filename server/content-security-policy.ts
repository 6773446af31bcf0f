/**
 * What a page may load. Scripts need the nonce of their request, so that a caller's name that became markup could still
 * run nothing (R25). Styles may be inline: the kit and the toasts position themselves with style attributes.
 * The phone in the page speaks to the PBX itself: `phoneAddresses`, such as `wss://pbx.example.com:8089`.
 */
export function contentSecurityPolicy(nonce: string, isDevelopment: boolean, phoneAddresses: readonly string[]): string {
  const evaluates = isDevelopment ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluates}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    ["connect-src 'self'", ...phoneAddresses].join(' '),
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
