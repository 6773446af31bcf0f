// A voice is well above what the room does by itself, and lasts; a cough or a key does not.
const QUIETEST_VOICE = 0.02;
const ABOVE_ROOM = 3;
const SPEECH_MS = 300;
const SILENCE_MS = 2_000;
// The room is learned slowly upwards, so that a long sentence does not become the room, and quickly downwards.
const ROOM_RISES_MS = 20_000;
const ROOM_FALLS_MS = 500;

export type Speaking = {
  isSpeaking: boolean;
  /** Heard lately, less what was silent between. */
  voiceMs: number;
  /** Since a voice was last heard. */
  silenceMs: number;
  /** How loud it is while nobody speaks, 0 to 1. */
  room: number;
};

export const silent: Speaking = { isSpeaking: false, voiceMs: 0, silenceMs: 0, room: 0 };

/** Whether somebody speaks, from one measured level to the next (S0.7a). */
export function nextSpeaking(before: Speaking, level: number, elapsedMs: number): Speaking {
  const room = nextRoom(before.room, level, elapsedMs);
  const isVoice = level >= Math.max(QUIETEST_VOICE, before.room * ABOVE_ROOM);
  const voiceMs = isVoice ? Math.min(before.voiceMs + elapsedMs, SPEECH_MS) : Math.max(before.voiceMs - elapsedMs / 2, 0);
  const silenceMs = isVoice ? 0 : before.silenceMs + elapsedMs;
  const isSpeaking = before.isSpeaking ? silenceMs < SILENCE_MS : voiceMs >= SPEECH_MS;

  return { isSpeaking, voiceMs: before.isSpeaking && !isSpeaking ? 0 : voiceMs, silenceMs, room };
}

function nextRoom(room: number, level: number, elapsedMs: number): number {
  const takesMs = level > room ? ROOM_RISES_MS : ROOM_FALLS_MS;
  return room + (level - room) * Math.min(elapsedMs / takesMs, 1);
}
