'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { actOnDelivery } from '@/lib/deliveries/act-actions';
import type { ActOnDelivery } from '@/lib/deliveries/schema';
import { showError } from '../../ui/show-message';
import { useEditor } from './editor-context';

/** The desk's acts upon a delivery that was sent. Says what went wrong; true when it is done. */
export function useAct() {
  const refusals = useTranslations('refusals');
  const { refresh } = useEditor();
  const [isActing, setActing] = useState(false);

  async function act(what: ActOnDelivery): Promise<boolean> {
    setActing(true);
    const result = await actOnDelivery(what).catch(() => null);
    if (!result?.ok) showError(refusals(result?.reason ?? 'unavailable'));
    await refresh();
    setActing(false);
    return result?.ok ?? false;
  }

  return { act, isActing };
}
