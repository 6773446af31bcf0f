import { z } from 'zod';
import { SearchText } from '../search-text.ts';

export const SHOWN = ['soldOut', 'archived'] as const;

/** The filters of the catalogue as the URL carries them. What is not readable counts as not set. */
export const CatalogueFilter = z.object({
  text: SearchText,
  category: z.uuid().optional().catch(undefined),
  /** What is on the menu when unset. */
  show: z.enum(SHOWN).optional().catch(undefined),
  /** Whose prices are shown, where there are too many points of sale for a column each. */
  point: z.uuid().optional().catch(undefined),
  /** The last product of the page before. */
  after: z.uuid().optional().catch(undefined),
});
export type CatalogueFilter = z.infer<typeof CatalogueFilter>;
