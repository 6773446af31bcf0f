import { foldText, wordsOf } from '../folded-text.ts';
import type { Role } from '../users/types.ts';
import type { TransferTarget } from './types.ts';

// Who passes a client on looks for the manager (S3.4); an admin rarely takes calls.
const ROLE_ORDER: Record<Role, number> = { manager: 0, supervisor: 1, operator: 2, admin: 3, venue: 4 };

/** Those of whom every typed word is in the name or begins the extension, the responsible first, then managers, then by name. */
export function rankTargets<Target extends Pick<TransferTarget, 'name' | 'extension' | 'role' | 'isResponsible'>>(
  targets: Target[],
  text: string,
): Target[] {
  const words = wordsOf(text);
  const found = targets.filter(({ name, extension }) => {
    const folded = foldText(name);
    return words.every((word) => folded.includes(word) || extension.toLowerCase().startsWith(word));
  });

  return found.toSorted(
    (a, b) =>
      Number(b.isResponsible) - Number(a.isResponsible) ||
      ROLE_ORDER[a.role] - ROLE_ORDER[b.role] ||
      a.name.localeCompare(b.name) ||
      a.extension.localeCompare(b.extension),
  );
}
