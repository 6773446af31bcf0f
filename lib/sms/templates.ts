/** What is known of the missed call that a text is for; empty where it is not. */
export type TemplateFacts = { name: string; line: string; number: string };

export const PLACEHOLDERS = ['name', 'line', 'number'] as const satisfies (keyof TemplateFacts)[];

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * A template with the facts in their places. What is filled in is not read for places again. Where a fact is missing, the space before it
 * goes with it: "Hello {name}, we…" is "Hello, we…" to somebody unknown.
 */
export function fillTemplate(text: string, facts: TemplateFacts): string {
  return text
    .replace(/ ?\{(\w+)\}/g, (whole, word: string) => {
      const fact = PLACEHOLDERS.find((each) => each === word);
      if (!fact) return whole;
      const value = facts[fact].trim();
      return value === '' ? '' : whole.replace(`{${word}}`, () => value);
    })
    .trim();
}

/** The first place that nothing fills, as it is written; null where there is none. */
export function unknownPlaceholder(text: string): string | null {
  const unknown = [...text.matchAll(PLACEHOLDER)].find(([, word]) => !PLACEHOLDERS.some((each) => each === word));
  return unknown?.[0] ?? null;
}
