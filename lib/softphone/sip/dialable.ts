const DIALABLE = /^\+?[0-9*#]{1,32}$/;

/**
 * What of a written number goes into a SIP address: digits, and a plus before them. Null where something else is left, so
 * that no number can carry a header into a request (R40).
 */
export function dialable(written: string): string | null {
  const bare = written.replace(/[\s().\-/]/g, '');
  return DIALABLE.test(bare) ? bare : null;
}
