/** Host addresses come within a few milliseconds of each other. */
const QUIET_MS = 20;

type Gathering = {
  peerConnectionDelegate?: { onicecandidate?: (event: RTCPeerConnectionIceEvent) => void } | undefined;
  /** What has come so far is enough. */
  iceGatheringComplete(): void;
};

/**
 * Ends the search for ways to this computer once its own addresses are known. Browsers go on for another 120 ms, for ways by TCP
 * that no PBX takes. Only where no server is asked what the address looks like from outside: those answers come later.
 */
export function endGatheringEarly(gathering: Gathering): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  gathering.peerConnectionDelegate = {
    onicecandidate: ({ candidate }) => {
      if (candidate?.protocol !== 'udp') return;
      clearTimeout(timer);
      timer = setTimeout(() => gathering.iceGatheringComplete(), QUIET_MS);
    },
  };
}
