/** A choice in a form: `was` is what it was called before, null where it is new. */
export type ChoiceChange = { was: string | null; now: string };

/** Which choices go, and which are only called something else. */
export function choiceChanges(before: readonly string[], after: readonly ChoiceChange[]) {
  const kept = after.filter(
    (choice): choice is { was: string; now: string } => choice.was !== null && before.includes(choice.was),
  );
  return {
    removed: before.filter((choice) => !kept.some(({ was }) => was === choice)),
    renamed: kept.filter(({ was, now }) => was !== now),
  };
}
