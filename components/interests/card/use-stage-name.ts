'use client';

import { useTranslations } from 'next-intl';
import type { InterestStage } from '@/lib/interests/types';

/** What a stage is called: as an admin named it, else by its own, translated name. */
export function useStageName(): (stage: Pick<InterestStage, 'name' | 'standard'>) => string {
  const t = useTranslations('interestCard.stages');
  return ({ name, standard }) => name || (standard ? t(standard) : '');
}
