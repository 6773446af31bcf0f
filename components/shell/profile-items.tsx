'use client';

import { LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { startTransition, useState } from 'react';
import { useSignOut } from '../live/use-sign-out';
import { useDesk } from '../softphone/desk-context';
import { MenuChoice, MenuItem, MenuItems, MenuLink } from '../ui/menu-items';
import { DialerSwitch } from './dialer-switch';
import { chooseTheme, currentTheme, THEMES, type Theme } from './theme';

const ICONS = { system: Monitor, light: Sun, dark: Moon };

export type ProfileItemsProps = { name: string; email: string };

/** Never rendered by the server, which does not know the theme of this browser. */
export function ProfileItems({ name, email }: ProfileItemsProps) {
  const t = useTranslations('shell');
  const { current } = useDesk();
  const signOut = useSignOut();
  const [theme, setTheme] = useState<Theme>(currentTheme);

  function choose(chosen: Theme) {
    chooseTheme(chosen);
    setTheme(chosen);
  }

  return (
    <>
      <div className="border-separator border-b px-2 pt-1 pb-2">
        <p className="wrap-anywhere font-medium">
          <bdi>{name}</bdi>
        </p>
        <p className="wrap-anywhere text-muted text-xs">{email}</p>
        <DialerSwitch />
      </div>
      <MenuItems name={t('profile')}>
        <p id="theme-choice" className="px-2 pt-2 pb-1 text-muted text-xs">
          {t('theme')}
        </p>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a menu */}
        <div role="group" aria-labelledby="theme-choice" className="border-separator border-b pb-1">
          {THEMES.map((each) => {
            const Icon = ICONS[each];
            return (
              <MenuChoice
                key={each}
                icon={<Icon aria-hidden="true" className="size-4 text-muted" />}
                isChosen={theme === each}
                onSelect={() => choose(each)}
              >
                {t(`theme_${each}`)}
              </MenuChoice>
            );
          })}
        </div>
        <MenuLink href="/settings" icon={<Settings aria-hidden="true" className="size-4 text-muted" />}>
          {t('personalSettings')}
        </MenuLink>
        <MenuItem icon={<LogOut aria-hidden="true" className="size-4 text-muted" />} onSelect={() => startTransition(signOut)}>
          {t(current.length > 0 ? 'signOutOfCall' : 'signOut')}
        </MenuItem>
      </MenuItems>
    </>
  );
}
