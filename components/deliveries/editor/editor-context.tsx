'use client';

import { createContext, use, useSyncExternalStore } from 'react';
import type { DeliveryContent } from '@/lib/deliveries/types';
import type { DraftKeeper, Snapshot } from './draft-keeper';

type Editor = {
  keeper: DraftKeeper;
  /** Nothing of it can be changed any more, or this user may not. */
  isReadOnly: boolean;
  /** Send was pressed and something was missing: fields say what from now on. */
  isChecked: boolean;
};

const EditorContext = createContext<Editor | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorProvider above it.');
  return editor;
}

/** A part of what is edited. A field renders again when its own part changes, not on every key pressed elsewhere. */
export function useEdited<Part>(select: (snapshot: Snapshot) => Part): Part {
  const { keeper } = useEditor();
  const read = () => select(keeper.getSnapshot());
  return useSyncExternalStore(keeper.subscribe, read, read);
}

export function useContent<Field extends keyof DeliveryContent>(field: Field): DeliveryContent[Field] {
  return useEdited(({ editing }) => editing.mine[field]);
}
