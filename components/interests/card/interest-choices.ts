import type { InterestStage } from '@/lib/interests/types';

type Named = { id: string; name: string };

/** What can be chosen on the card of an interest, with what is chosen already. */
export type InterestChoices = { stages: InterestStage[]; serviceTypes: Named[]; managers: Named[]; contacts: Named[] };
