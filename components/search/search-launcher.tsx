'use client';

import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Kbd } from '../ui/kbd';
import { useIdlePart } from '../ui/use-idle-part';
import type { SearchPaletteProps } from './search-palette';

const load = () => import('./search-palette').then((module) => module.SearchPalette);

/** Looks like the field that it opens, which is no part of the first load. Ctrl K opens it from wherever the focus is. */
export function SearchLauncher({ hint }: { hint: string }) {
  const [isOpen, setOpen] = useState(false);
  const Palette = useIdlePart<SearchPaletteProps>(load, isOpen, () => setOpen(false));

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // On a keyboard of other letters the key is where the K is. AltGr, which types letters, is Ctrl and Alt.
      const isK = event.key === 'k' || event.code === 'KeyK';
      if (!isK || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (!event.repeat) setOpen((wasOpen) => !wasOpen);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        className="search-launcher"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="min-w-0 flex-1 truncate max-lg:sr-only">{hint}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      {isOpen && Palette && <Palette onClose={() => setOpen(false)} />}
    </>
  );
}
