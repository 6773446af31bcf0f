'use client';

import { LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { startTransition, useState } from 'react';
import { signOut } from '@/lib/auth/actions';
import { useLiveSocket } from '../live/live-provider';
import { initials } from '../ui/initials';
import { Menu, MenuChoice, MenuItem, MenuLink } from '../ui/menu';
import { DialerSwitch } from './dialer-switch';
import { chooseTheme, currentTheme, THEMES, type Theme } from './theme';

const ICONS = { system: Monitor, light: Sun, dark: Moon };

export function ProfileMenu({ name, email }: { name: string; email: string }) {
  const t = useTranslations('shell');
  const socket = useLiveSocket();
  const [theme, setTheme] = useState<Theme>('system');

  function choose(chosen: Theme) {
    chooseTheme(chosen);
    setTheme(chosen);
  }

  // The page leaves by itself here: the news that its session ended would lead back to it after the next sign-in.
  function leave() {
    socket?.disconnect();
    startTransition(signOut);
  }

  return (
    <Menu
      name={t('profile')}
      trigger={<Initials of={name} />}
      onOpen={() => setTheme(currentTheme())}
      header={<ProfileHead name={name} email={email} />}
      className="relative grid size-8 cursor-(--cursor-interactive) place-items-center rounded-full bg-surface-tertiary font-semibold text-xs before:absolute pointer-coarse:before:-inset-1.5"
    >
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
      <MenuItem icon={<LogOut aria-hidden="true" className="size-4 text-muted" />} onSelect={leave}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}

function ProfileHead({ name, email }: { name: string; email: string }) {
  return (
    <div className="border-separator border-b px-2 pt-1 pb-2">
      <p className="wrap-anywhere font-medium">
        <bdi>{name}</bdi>
      </p>
      <p className="wrap-anywhere text-muted text-xs">{email}</p>
      <DialerSwitch />
    </div>
  );
}

// Drawn by the style sheet: letters in the button would have to be part of its name (WCAG 2.5.3).
function Initials({ of: name }: { of: string }) {
  return <span data-initials={initials(name)} className="before:content-[attr(data-initials)]" />;
}
