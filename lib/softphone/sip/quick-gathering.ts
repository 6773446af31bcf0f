/** Host addresses come within a few milliseconds of each other. */
const QUIET_MS = 20;
/** What a STUN or TURN server that can be reached answers within. One that cannot be would be waited for half a minute. */
const SERVERS_MS = 500;

type Gathering = {
  peerConnectionDelegate?:
    | { onicegatheringstatechange?: (event: Event) => void; onicecandidate?: (event: RTCPeerConnectionIceEvent) => void }
    | undefined;
  /** What has come so far is enough. */
  iceGatheringComplete(): void;
};

/**
 * Ends the search for ways to this computer once its own addresses are known, and where servers are asked what the address looks like
 * from outside, once they had their time. Browsers go on for another 120 ms, for ways by TCP that no PBX takes. Never before there is a
 * way at all: on a computer that is busy the first may be late, and a PBX that is told none looks for none, in a call without sound.
 */
export function endGatheringEarly(gathering: Gathering, { asksServers }: { asksServers: boolean }): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let enoughAtMs = 0;

  gathering.peerConnectionDelegate = {
    onicegatheringstatechange: ({ target }) => {
      if (target && Reflect.get(target, 'iceGatheringState') !== 'gathering') return;
      clearTimeout(timer);
      enoughAtMs = asksServers ? Date.now() + SERVERS_MS : 0;
    },
    onicecandidate: ({ candidate }) => {
      if (candidate?.protocol !== 'udp') return;
      clearTimeout(timer);
      timer = setTimeout(() => gathering.iceGatheringComplete(), Math.max(QUIET_MS, enoughAtMs - Date.now()));
    },
  };
}
