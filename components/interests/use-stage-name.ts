import { useTranslations } from 'next-intl';
import type { InterestStage } from '@/lib/interests/types';

/** What a stage is called: by the organisation, or by its own translated name. */
export function useStageName() {
  const t = useTranslations('interests.stages');
  return ({ name, standard }: Pick<InterestStage, 'name' | 'standard'>): string => name || (standard ? t(standard) : '');
}
