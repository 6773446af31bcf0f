/** The only place that asks the time for actions and queries' callers; rules get it as an argument. */
export function now(): Date {
  return new Date();
}
