import type { CallerCard, CallFacts, DeskCall } from '@/lib/caller-card/types';
import type { PhoneEvent } from '@/lib/softphone/phone-state';
import type { PhoneStatus } from '@/lib/users/types';
import type { LiveSocket } from './live-socket';

const SNAPSHOT_TIMEOUT_MS = 3_000;
const RETRY_MS = 600;

/**
 * Feeds what the server says about calls into the desk's state. On every (re)connect it asks for a snapshot,
 * again and again until one comes. Returns `ask`, for a snapshot out of turn, and `stop`.
 */
export function followDesk(socket: LiveSocket, me: string, tell: (event: PhoneEvent) => void) {
  let questions = 0;
  let isAsking = false;
  let isStopped = false;

  // The server answers one question at a time: one that comes meanwhile is asked after the answer to the first.
  async function ask() {
    questions += 1;
    if (isAsking) return;

    isAsking = true;
    let answered = 0;
    while (!isStopped && socket.connected && answered !== questions) {
      const question = questions;
      tell({ type: 'asked' });
      try {
        const snapshot = await socket.timeout(SNAPSHOT_TIMEOUT_MS).emitWithAck('desk:snapshot');
        if (!isStopped) tell({ type: 'snapshot', snapshot, receivedAtMs: Date.now() });
        answered = question;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (0.5 + Math.random())));
      }
    }
    isAsking = false;
  }

  const connected = () => void ask();
  const lost = () => tell({ type: 'lost' });
  const ringing = (call: DeskCall) => tell({ type: 'ringing', call });
  const changed = (call: CallFacts) => tell({ type: 'changed', call, me });
  const card = (news: { callId: string; card: CallerCard }) => tell({ type: 'card', ...news });
  const phone = (status: PhoneStatus) => tell({ type: 'phone', phone: status });

  socket.on('connect', connected);
  socket.on('disconnect', lost);
  socket.on('call:ringing', ringing);
  socket.on('call:changed', changed);
  socket.on('call:card', card);
  socket.on('call-settings:changed', connected);
  socket.on('phone:changed', phone);
  socket.on('device:changed', phone);
  if (socket.connected) void ask();

  return {
    ask: () => void ask(),
    stop() {
      isStopped = true;
      socket.off('connect', connected);
      socket.off('disconnect', lost);
      socket.off('call:ringing', ringing);
      socket.off('call:changed', changed);
      socket.off('call:card', card);
      socket.off('call-settings:changed', connected);
      socket.off('phone:changed', phone);
      socket.off('device:changed', phone);
    },
  };
}
