export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** The template of a body as JSON; null for what is none. */
export function readTemplate(text: string): JsonValue | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Fills in the places inside the strings of a JSON document: whatever is filled in stays inside its string. */
export function fillJson(template: JsonValue, values: Readonly<Record<string, string>>): JsonValue {
  if (typeof template === 'string') {
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : whole));
  }
  if (Array.isArray(template)) return template.map((each) => fillJson(each, values));
  if (template === null || typeof template !== 'object') return template;
  return Object.fromEntries(Object.entries(template).map(([key, each]) => [key, fillJson(each, values)]));
}

/** What stands at `messages.0.id`; undefined where nothing does. */
export function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, step) => {
    const isRoom = typeof inside === 'object' && inside !== null && Object.hasOwn(inside, step);
    return isRoom ? Object.getOwnPropertyDescriptor(inside, step)?.value : undefined;
  }, document);
}
