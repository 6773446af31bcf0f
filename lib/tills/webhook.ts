import { db } from '../db/client.ts';
import { unseal } from '../pbx/vault.ts';

export const OLD_SECRET_VALID_MS = 24 * 3_600_000;

export type Till = {
  pointOfSaleId: string;
  url: string;
  /** The newest first; two while a rotation lasts. */
  secrets: string[];
};

/** The till of a point of sale, while it is switched on. Not remembered anywhere: a secret that is taken away is invalid at once. */
export async function findTill(pointOfSaleId: string, now: Date): Promise<Till | null> {
  const row = await db.pointOfSaleWebhook.findFirst({
    select: { url: true, sealedSecret: true, sealedOldSecret: true, oldSecretUntil: true },
    where: { pointOfSaleId, isEnabled: true },
    orderBy: { createdAt: 'asc' },
  });
  if (!row) return null;

  const isRotating = row.oldSecretUntil !== null && row.oldSecretUntil > now;
  const sealed = [row.sealedSecret, isRotating ? row.sealedOldSecret : null];
  return { pointOfSaleId, url: row.url, secrets: sealed.filter((each) => each !== null).map(unseal) };
}
