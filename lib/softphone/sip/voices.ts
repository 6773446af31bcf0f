export type VoiceFacts = {
  isUp: boolean;
  /** By the operator (S0.7). */
  isPaused: boolean;
  isHoldWanted: boolean;
  isHeld: boolean;
};

export type Voice = {
  /** The operator is heard in it. */
  isHeard: boolean;
  /** Its other side is heard. */
  isListenedTo: boolean;
  /** It is up beside the one that the operator talks in, and the PBX does not hold it. */
  isSetAside: boolean;
  isShownPaused: boolean;
};

/**
 * Who hears whom: only the call in focus, the one that the operator talks in, has their voice and their ear. So two others never hear
 * each other's business, whatever the PBX does about holding one of them.
 */
export function voiceOf({ isUp, isPaused, isHoldWanted, isHeld }: VoiceFacts, isInFocus: boolean): Voice {
  const isOnHold = isHoldWanted || isHeld;
  const isSetAside = isUp && !isInFocus && !isOnHold;
  return {
    isHeard: isInFocus && !isPaused && !isOnHold,
    isListenedTo: isInFocus,
    isSetAside,
    isShownPaused: isPaused || isSetAside,
  };
}
