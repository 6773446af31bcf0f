/** Times as ISO; null where there is none. */
type Promise = { promisedAt: string | null; wantedBefore: string | null; wantedNow: string | null };

/**
 * What becomes of a kitchen's promise when it is told another time. One that was "as wanted" moves along; one of another time was
 * about what is wanted no more, and nobody promised anything yet.
 */
export function promiseAfterSending({ promisedAt, wantedBefore, wantedNow }: Promise): string | null {
  if (wantedBefore === wantedNow) return promisedAt;
  return promisedAt === wantedBefore ? wantedNow : null;
}
