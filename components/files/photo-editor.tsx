'use client';

import { Camera, Expand, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { photoPath } from '@/lib/files/file-path';
import { Menu } from '../ui/menu';
import { MenuItem, MenuItems } from '../ui/menu-items';
import { Photo } from '../ui/photo';
import { Pressable } from '../ui/pressable';
import { FileInput } from './choose-files';
import { DropZone } from './drop-zone';
import { usePhoto } from './use-photo';

type PhotoEditorProps = { customerId: string; name: string; photoId: string | null; isEditable: boolean };

/** By their endings, for the chooser alone: what is inside decides. */
const PHOTOS = 'image/jpeg,image/png,image/webp';

/** A customer's photo, or a place for it: a press or a dropped picture puts one there (S1.13). */
export function PhotoEditor({ customerId, name, photoId, isEditable }: PhotoEditorProps) {
  const t = useTranslations('photo');
  const input = useRef<HTMLInputElement>(null);
  const { isBusy, send, remove } = usePhoto(customerId);
  const src = photoId && photoPath(photoId);
  const photo = <Photo src={src} name={name} className={isBusy ? 'opacity-50' : ''} />;
  const choose = () => input.current?.click();
  const show = () => {
    if (src) window.open(src, '_blank', 'noopener');
  };

  if (!isEditable) return photo;
  return (
    <DropZone
      className="relative size-16 shrink-0 rounded-md"
      onDrop={([file]) => {
        if (file) void send(file);
      }}
    >
      {photo}
      {photoId ? (
        <span className="absolute -right-1 -bottom-1">
          <Menu name={t('change')} trigger={<Camera aria-hidden="true" className="size-3.5" />} className={BADGE}>
            <MenuItems name={t('change')}>
              <MenuItem icon={<Expand aria-hidden="true" className="size-4" />} onSelect={show}>
                {t('show')}
              </MenuItem>
              <MenuItem icon={<Camera aria-hidden="true" className="size-4" />} onSelect={choose}>
                {t('replace')}
              </MenuItem>
              <MenuItem icon={<Trash2 aria-hidden="true" className="size-4" />} onSelect={() => void remove()}>
                {t('remove')}
              </MenuItem>
            </MenuItems>
          </Menu>
        </span>
      ) : (
        <span className="absolute -right-1 -bottom-1">
          <Pressable aria-label={t('add')} hint={t('add')} isHintName isPending={isBusy} onClick={choose} className={BADGE}>
            <Camera aria-hidden="true" className="size-3.5" />
          </Pressable>
        </span>
      )}
      <FileInput ref={input} label={t('choose')} accept={PHOTOS} onChoose={([file]) => file && void send(file)} />
      <span role="status" className="sr-only">
        {isBusy && t('sending')}
      </span>
    </DropZone>
  );
}

const BADGE =
  'grid size-7 cursor-(--cursor-interactive) place-items-center rounded-full border border-border bg-surface text-muted hover:text-foreground';
