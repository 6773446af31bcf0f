import { useTranslations } from 'next-intl';
import { photoPath } from '@/lib/files/file-path';
import { Photo } from '../ui/photo';
import { type Caller, nameOf } from './caller';

/** As it was uploaded, or the placeholder (S1.13). Pressed it opens in its full size, beside the call. */
export function CallerPhoto({ caller, isLarge }: { caller: Caller; isLarge: boolean }) {
  const t = useTranslations('callerCard');
  const photoId = caller.kind === 'customer' ? caller.customer.photoId : null;
  const name = nameOf(caller) ?? '';
  if (!photoId) return <Photo src={null} name={name} />;

  const src = photoPath(photoId);
  return (
    <a href={src} target="_blank" rel="noopener" title={t('openPhoto')} className="shrink-0 rounded-md">
      <Photo src={src} name={name} size={isLarge ? 'lg' : 'md'} />
    </a>
  );
}
