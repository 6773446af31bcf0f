/**
 * Text as PostgreSQL and screens can carry it: no NUL, no control characters, no halves of surrogate pairs, nothing that turns the
 * direction of what stands after it. Spaces stay: people type on.
 */
export function plainText(typed: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  return typed.toWellFormed().replace(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFFFD]/g, '');
}
