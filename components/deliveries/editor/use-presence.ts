'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { DeliveryPart } from '@/lib/deliveries/parts';
import type { DeliveryPresence } from '@/lib/realtime/events';
import { useLiveSocket } from '../../live/live-provider';
import { useLiveEvent } from '../../live/use-live-event';
import { useDesk } from '../../softphone/desk-context';

/** Who walks through the fields is heard where they stop. */
const SAY_AFTER_MS = 250;

/** Colleagues who have this delivery open too, and where on it they are. Nothing that anybody does waits for it. */
export function usePresence(deliveryId: string | null, part: DeliveryPart | null): DeliveryPresence[] {
  const { me } = useDesk();
  const socket = useLiveSocket();
  const [people, setPeople] = useState<DeliveryPresence[]>([]);
  const say = useEffectEvent(() => {
    if (socket?.connected && deliveryId) socket.emit('delivery:open', { deliveryId, part });
  });

  useEffect(() => {
    if (!socket || !deliveryId) return;
    const lost = () => setPeople([]);
    const connected = () => say();
    connected();
    socket.on('connect', connected);
    socket.on('disconnect', lost);
    return () => {
      socket.off('connect', connected);
      socket.off('disconnect', lost);
      socket.emit('delivery:close', { deliveryId });
    };
  }, [socket, deliveryId]);

  useEffect(() => {
    const timer = setTimeout(() => say(), SAY_AFTER_MS);
    return () => clearTimeout(timer);
  }, [part]);

  useLiveEvent('delivery:presence', (heard) => {
    if (heard.deliveryId === deliveryId) setPeople(heard.people.filter((person) => person.userId !== me.id));
  });

  return people;
}
