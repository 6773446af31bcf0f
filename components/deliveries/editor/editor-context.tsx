'use client';

import { createContext, type RefObject, use, useSyncExternalStore } from 'react';
import type { SendCheck } from '@/lib/deliveries/policy';
import type { DeliveryContent } from '@/lib/deliveries/types';
import type { PointOfSaleLoad } from '@/lib/points-of-sale/types';
import { useOrganisation } from '../../ui/organisation';
import type { DraftKeeper, Snapshot } from './draft-keeper';
import type { Lacks } from './use-lacks';

type Editor = {
  keeper: DraftKeeper;
  /** Nothing of it can be changed any more, or this user may not. */
  isReadOnly: boolean;
  /** Send was pressed and something was missing: fields say what from now on. */
  isChecked: boolean;
  /** What sending has to wait for: a form on the card that is not saved yet. Answers false to stop it. */
  beforeSending: RefObject<(() => Promise<boolean>) | null>;
  /** Every point of sale in business, with its load. */
  points: PointOfSaleLoad[];
  /** The products of the order that its point of sale cannot make now. */
  lacks: Lacks;
  /** The time that a new delivery began with, as nobody chose it; null for one that was there already. */
  suggestedAt: string | null;
  /** Reads what stands beside the form anew: an act changed it. */
  refresh: () => Promise<void>;
};

const EditorContext = createContext<Editor | null>(null);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorProvider above it.');
  return editor;
}

/** What the browser can tell already of whether it can be sent; the server says it for good. */
export function useSendCheck(): (snapshot: Snapshot) => SendCheck {
  const { points, lacks } = useEditor();
  const { timeZone } = useOrganisation();

  return ({ editing: { mine, saved } }) => ({
    saved,
    point: points.find(({ id }) => id === mine.pointOfSaleId) ?? null,
    lacking: lacks,
    now: new Date(),
    timeZone,
  });
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
