/** The fields of `draft` that differ from what is saved: a colleague at another field is not undone. */
export function changesOf<Draft extends Record<string, unknown>>(saved: Draft, draft: Draft): Partial<Draft> {
  const changed = { ...draft };
  for (const field in changed) if (changed[field] === saved[field]) delete changed[field];
  return changed;
}
