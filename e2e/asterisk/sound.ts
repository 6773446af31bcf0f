import { expect, type Page } from '@playwright/test';

/** What one browser has heard and said in all of its calls that are up. */
export type Sound = { received: number; sent: number; energy: number };

/** Keeps hold of the page's peer connections and websockets, so that a story can measure the one and cut the other. */
export async function watchMedia(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const peers: RTCPeerConnection[] = [];
    const sockets: WebSocket[] = [];
    const live: WebSocket[] = [];
    const Peer = window.RTCPeerConnection;
    const Socket = window.WebSocket;
    window.RTCPeerConnection = class extends Peer {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        peers.push(this);
      }
    };
    const watched = { peers, sockets, live, isCut: false };
    window.WebSocket = class extends Socket {
      constructor(url: string | URL, protocols?: string | string[]) {
        const isPhone = protocols === 'sip' || protocols?.includes('sip');
        // Where no telephone is: the page may reach no other host, and a refused one is as good as none.
        super(isPhone && watched.isCut ? new URL('/away', url) : url, protocols);
        (isPhone ? sockets : live).push(this);
      }
    };
    Object.assign(window, { watched });
  });
}

export function soundOf(page: Page): Promise<Sound> {
  return page.evaluate(async () => {
    const { peers }: { peers: RTCPeerConnection[] } = Reflect.get(window, 'watched');
    const sound = { received: 0, sent: 0, energy: 0 };
    for (const peer of peers.filter(({ connectionState }) => connectionState !== 'closed')) {
      for (const stats of (await peer.getStats()).values()) {
        if (stats.type === 'inbound-rtp') {
          sound.received += stats.bytesReceived;
          sound.energy += stats.totalAudioEnergy ?? 0;
        }
        if (stats.type === 'outbound-rtp') sound.sent += stats.bytesSent;
      }
    }
    return sound;
  });
}

/** Waits until this browser has heard something, and said something, since now. */
export async function hearsAndSpeaks(page: Page): Promise<void> {
  const before = await soundOf(page);
  await expect
    .poll(async () => {
      const now = await soundOf(page);
      return now.received > before.received && now.sent > before.sent && now.energy > before.energy;
    })
    .toBe(true);
}

/** The network takes the phone's websocket away, and gives it back. */
export function cutWebsocket(page: Page, isCut: boolean): Promise<void> {
  return page.evaluate((cut) => {
    const watched: { sockets: WebSocket[]; isCut: boolean } = Reflect.get(window, 'watched');
    watched.isCut = cut;
    if (cut) watched.sockets.at(-1)?.close();
  }, isCut);
}

/** Drops the page's live connection to Offhook, which comes back by itself. */
export function dropLiveConnection(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watched: { live: WebSocket[] } = Reflect.get(window, 'watched');
    watched.live.at(-1)?.close();
  });
}

/** How the browser names itself to the other end while they look for a way for the sound; another after each such search. */
export function iceNameOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const { peers }: { peers: RTCPeerConnection[] } = Reflect.get(window, 'watched');
    return peers.at(-1)?.localDescription?.sdp.match(/a=ice-ufrag:(\S+)/)?.[1];
  });
}
