import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../ui/button';

/** "3 new changes" above what they would move: stands in a region that is `relative`. */
export function ChangesOffer({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useTranslations('live');

  return (
    <div role="status" className="absolute inset-x-0 -top-4 z-5 flex justify-center empty:hidden">
      {count > 0 && (
        <Button size="sm" icon={<RefreshCw aria-hidden="true" />} onClick={onShow} className="shadow-overlay">
          {t('changed', { count })}
        </Button>
      )}
    </div>
  );
}
