// Runs in the page under measurement, whichever it is, before any script of the page's own. Times are this machine's clock, in ms
// since the epoch.

export type Probe = {
  /** From the start of the navigation until the phone said it is registered, and that was painted. */
  registered: Promise<number>;
  /** Begins to listen for the next call: when Answer was clicked, and when the first sound of the other side came out. */
  arm: () => Promise<void>;
  answered: () => Promise<{ clickedAt: number; heardAt: number }>;
};

// Apart from the page's own thread, which may be busy drawing while sound comes already.
const EAR = `registerProcessor('ear', class extends AudioWorkletProcessor {
  process([[samples]]) {
    if (!samples?.some((sample) => Math.abs(sample) > 0.01)) return true;
    this.port.postMessage(Date.now());
    return false;
  }
})`;
let context: AudioContext | null = null;
let clicked: (at: number) => void = () => undefined;
let heard: (at: number) => void = () => undefined;
let times: Promise<[number, number]>;

const registered = new Promise<number>((resolve) => {
  // Told of changes rather than looking at each frame: a page that draws nothing is not to be made to.
  const observer = new MutationObserver(() => {
    const status = document.querySelector('[role=status][aria-label="Phone status"]');
    if (status?.textContent?.trim() !== 'Connected') return;
    observer.disconnect();
    // After the frame that shows it.
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
});

async function arm(): Promise<void> {
  const click = new Promise<number>((resolve) => {
    clicked = resolve;
  });
  const sound = new Promise<number>((resolve) => {
    heard = resolve;
  });
  times = Promise.all([click, sound]);
  if (context) return;

  context = new AudioContext();
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([EAR], { type: 'text/javascript' })));
}

function listenTo(track: MediaStreamTrack): void {
  if (!context || track.kind !== 'audio') return;
  const ear = new AudioWorkletNode(context, 'ear');
  // Of this call: the end of the one before may come after the next was armed.
  const tell = heard;
  ear.port.onmessage = ({ data }: MessageEvent<number>) => tell(data);
  context
    .createMediaStreamSource(new MediaStream([track]))
    .connect(ear)
    .connect(context.destination);
}

const Peer = window.RTCPeerConnection;
window.RTCPeerConnection = class extends Peer {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    this.addEventListener('track', ({ track }) => listenTo(track));
  }
};
window.addEventListener('click', ({ timeStamp }) => clicked(Date.now() - (performance.now() - timeStamp)), true);

const probe: Probe = {
  registered,
  arm,
  answered: async () => {
    const [clickedAt, heardAt] = await times;
    return { clickedAt, heardAt };
  },
};
Object.assign(window, { probe });
