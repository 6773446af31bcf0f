'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { initials } from '../ui/initials';
import { Menu } from '../ui/menu';
import { useIdlePart } from '../ui/use-idle-part';
import type { ProfileItemsProps } from './profile-items';

const loadItems = () => import('./profile-items').then((module) => module.ProfileItems);

export function ProfileMenu(props: ProfileItemsProps) {
  const t = useTranslations('shell');
  const [isWanted, setWanted] = useState(false);
  const Items = useIdlePart<ProfileItemsProps>(loadItems, isWanted);

  return (
    <Menu
      name={t('profile')}
      trigger={<Initials of={props.name} />}
      onOpen={() => setWanted(true)}
      className="relative grid size-8 cursor-(--cursor-interactive) place-items-center rounded-full bg-surface-tertiary font-semibold text-xs before:absolute pointer-coarse:before:-inset-1.5"
    >
      {Items && <Items {...props} />}
    </Menu>
  );
}

// Drawn by the style sheet: letters in the button would have to be part of its name (WCAG 2.5.3).
function Initials({ of: name }: { of: string }) {
  return <span data-initials={initials(name)} className="before:content-[attr(data-initials)]" />;
}
