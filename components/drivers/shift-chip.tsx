import { useTranslations } from 'next-intl';
import { Chip } from '../ui/chip';

export function ShiftChip({ isOnShift }: { isOnShift: boolean }) {
  const t = useTranslations('drivers');

  return <Chip tone={isOnShift ? 'talking' : 'neutral'}>{isOnShift ? t('onShift') : t('offShift')}</Chip>;
}
