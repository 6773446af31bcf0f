'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { sendDelivery } from '@/lib/deliveries/actions';
import { sendProblems } from '@/lib/deliveries/policy';
import { isUnreadableTime } from '@/lib/deliveries/typing';
import type { PointOfSaleLoad } from '@/lib/points-of-sale/types';
import { useListReturn } from '../../shell/list-return';
import { useFormats, useOrganisation } from '../../ui/organisation';
import { showError, showMessage } from '../../ui/show-message';
import type { DraftKeeper } from './draft-keeper';
import type { Lacks } from './use-lacks';

type Sending = {
  keeper: DraftKeeper;
  points: PointOfSaleLoad[];
  lacks: Lacks;
  /** Reads the lacks anew: the server knew of one that this screen did not. */
  lookAgain: () => Promise<void>;
  timeField: RefObject<HTMLInputElement | null>;
  beforeSending: RefObject<(() => Promise<boolean>) | null>;
  onCheck: () => void;
};

/** Sends what is on the screen and goes back to the list one came from (S0.15, S0.16). The call goes on. */
export function useSending({ keeper, points, lacks, lookAgain, timeField, beforeSending, onCheck }: Sending) {
  const t = useTranslations('delivery');
  const refusals = useTranslations('refusals');
  const { money } = useFormats();
  const { timeZone } = useOrganisation();
  const goBack = useListReturn();
  const [isSending, setSending] = useState(false);

  async function send() {
    if (isSending) return;
    if (beforeSending.current && !(await beforeSending.current())) return;
    onCheck();
    if (isUnreadableTime(timeField.current?.value ?? '')) return timeField.current?.focus();
    const { mine, saved } = keeper.getSnapshot().editing;
    const point = points.find(({ id }) => id === mine.pointOfSaleId) ?? null;
    if (sendProblems(mine, { saved, point, lacking: lacks, now: new Date(), timeZone }).length > 0) return focusFirstFault();

    setSending(true);
    await sendWhatIsSaved();
    setSending(false);
  }

  async function sendWhatIsSaved() {
    const isSafe = await keeper.flush();
    const { saved, conflicts } = keeper.getSnapshot().editing;
    if (!isSafe || !saved) return showError(t('notSentYet'));
    if (conflicts.length > 0) return showError(t('chooseFirst'));

    const result = await sendDelivery({ deliveryId: keeper.id(), version: saved.version }).catch(() => null);
    if (!result) return showError(t('sendFailed'));
    if (result.ok) {
      const { number, content, totalMinor } = result.data;
      const point = points.find(({ id }) => id === content.pointOfSaleId)?.name ?? '';
      keeper.hear(result.data);
      showMessage(t('sent', { number: String(number), point, amount: money(totalMinor) }));
      return goBack();
    }
    if ('theirs' in result) {
      keeper.hear(result.theirs);
      return showError(t('lookAgain', { name: result.theirs.lastChange.byName ?? t('conflict.somebody') }));
    }
    if ('problems' in result) {
      await lookAgain();
      return focusFirstFault();
    }
    showError(result.reason === 'unavailable' ? t('saving.closed') : refusals(result.reason));
  }

  return { send, isSending };
}

/** After the faults are marked: the cursor goes to the first, which says what is wrong. */
function focusFirstFault() {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#content [aria-invalid="true"]')?.focus());
}
