/** From one moment up to, not including, another. */
export type Span = { from: Date; to: Date };

/**
 * The months (UTC) that are read from the tallies for a span: from the turn of the month next to its beginning to the one next to its
 * end. What they lack of the span is counted then, and what they have too much is taken off. Empty, at its beginning, where it is
 * less to count the span itself.
 */
export function monthCover(span: Span): Span {
  const cover = { from: nearestTurn(span.from), to: nearestTurn(span.to) };
  const counted = Math.abs(msBetween(span.from, cover.from)) + Math.abs(msBetween(span.to, cover.to));
  return cover.from < cover.to && counted < msBetween(span.from, span.to) ? cover : { from: span.from, to: span.from };
}

function nearestTurn(at: Date): Date {
  const [before, after] = [turnOf(at), turnOf(at, 1)];
  return msBetween(before, at) <= msBetween(at, after) ? before : after;
}

function turnOf(at: Date, monthsAhead = 0): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + monthsAhead));
}

function msBetween(from: Date, to: Date): number {
  return to.getTime() - from.getTime();
}
