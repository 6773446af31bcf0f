const PREFIX = 'offhook-unsaved';

/** Where this computer keeps a user's edits of one delivery that no server has acknowledged. */
export function keptKey(userId: string, deliveryId: string): string {
  return `${PREFIX}:${userId}:${deliveryId}`;
}

/** The keys of everything kept for a user; none where the browser forbids storage. */
export function keptKeys(userId: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(keptKey(userId, '')));
  } catch {
    return [];
  }
}
