'use client';

import { Ellipsis, Link2, MapPin, Printer, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { mapAddress, mapPlatform } from '@/lib/deliveries/map-address';
import { isOpen } from '@/lib/deliveries/status';
import { Menu } from '../../ui/menu';
import { MenuItem, MenuItems } from '../../ui/menu-items';
import { showError, showMessage } from '../../ui/show-message';
import { useContent, useEdited, useEditor } from './editor-context';

/** What is needed now and then: the slip, the map, the link, and a word about a problem. */
export function CardMenu({ onProblem }: { onProblem: (() => void) | null }) {
  const t = useTranslations('deliveryCard.menu');
  const { keeper } = useEditor();
  const place = { street: useContent('street'), city: useContent('city') };
  const isPickUp = useContent('fulfilment') === 'pick_up';
  const status = useEdited(({ editing }) => editing.saved?.status ?? null);
  const path = `/deliveries/${keeper.id()}`;

  function openMap() {
    const address = mapAddress(place, mapPlatform(navigator.userAgent));
    if (address) window.open(address, '_blank', 'noopener');
  }

  async function copyLink() {
    const link = new URL(path, window.location.origin).toString();
    const isCopied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    if (isCopied) showMessage(t('copied'));
    else showError(t('notCopied', { link }));
  }

  if (!status) return null;
  return (
    <Menu name={t('title')} trigger={<Ellipsis aria-hidden="true" />} className="button button--ghost button--icon-only">
      <MenuItems name={t('title')}>
        <MenuItem icon={<Printer aria-hidden="true" />} onSelect={() => window.open(`${path}/slip`, '_blank', 'noopener')}>
          {t('slip')}
        </MenuItem>
        {!isPickUp && place.street.trim() && (
          <MenuItem icon={<MapPin aria-hidden="true" />} onSelect={openMap}>
            {t('map')}
          </MenuItem>
        )}
        <MenuItem icon={<Link2 aria-hidden="true" />} onSelect={() => void copyLink()}>
          {t('link')}
        </MenuItem>
        {onProblem && isOpen(status) && (
          <MenuItem icon={<TriangleAlert aria-hidden="true" />} onSelect={onProblem}>
            {t('problem')}
          </MenuItem>
        )}
      </MenuItems>
    </Menu>
  );
}
