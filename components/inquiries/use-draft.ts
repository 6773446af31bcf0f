'use client';

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useOnline } from '../live/use-online';
import { useDesk } from '../softphone/desk-context';
import type { DraftKeeper, DraftSnapshot } from './draft-keeper';
import { draftKeeperOf } from './draft-keepers';

const UNKNOWN: DraftSnapshot = {
  content: {},
  replaced: null,
  status: 'kept',
  refusal: null,
  registered: null,
  interests: [],
  isLoaded: false,
};

/** The draft of a call as everybody who has it writes it, and who keeps it. */
export function useDraft(callId: string | null, customerId: string | null = null): DraftSnapshot & { keeper: DraftKeeper } {
  const { me } = useDesk();
  const keeper = useMemo(() => draftKeeperOf(me.id, { callId, customerId }), [me.id, callId, customerId]);
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.getSnapshot, () => UNKNOWN);

  useEffect(() => keeper.load(), [keeper]);
  useConnected(() => keeper.load());
  useOnline(() => void keeper.flush());
  useLiveEvent('inquiry:draft', (news) => {
    if (news.callId === callId) keeper.heardOf(news.version);
  });

  return { ...snapshot, keeper };
}
