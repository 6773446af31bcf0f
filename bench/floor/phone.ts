import { type Invitation, Registerer, RegistererState, SessionState, UserAgent, Web } from 'sip.js';

// The least that a telephone in a browser is: bare sip.js, a word when it is registered, and a button that answers.

export type FloorAccount = { server: string; domain: string; login: string; password: string };

/** As lib/softphone/sip/sip-phone.ts has it: what is compared is the work, not the patience. */
const ICE_GATHERING_MS = 500;

const { server, domain, login, password }: FloorAccount = JSON.parse(document.querySelector('#account')?.textContent ?? '');
const status = document.querySelector<HTMLElement>('[role=status]');
const incoming = document.querySelector<HTMLElement>('section');
const audio = new Audio();
let ringing: Invitation | null = null;

const agent = new UserAgent({
  uri: UserAgent.makeURI(`sip:${login}@${domain}`),
  authorizationUsername: login,
  authorizationPassword: password,
  contactName: login,
  transportOptions: { server },
  sessionDescriptionHandlerFactoryOptions: {
    iceGatheringTimeout: ICE_GATHERING_MS,
    peerConnectionConfiguration: { iceServers: [] },
  },
  logBuiltinEnabled: false,
  delegate: { onInvite: ring },
});
const registerer = new Registerer(agent);
registerer.stateChange.addListener((state) => {
  if (status && state === RegistererState.Registered) status.textContent = 'Connected';
});
void agent.start().then(() => registerer.register());

incoming?.querySelector('button')?.addEventListener('click', () => void ringing?.accept());

function ring(invitation: Invitation): void {
  ringing = invitation;
  show(true);
  invitation.delegate = {
    onSessionDescriptionHandler: (handler) => {
      if (!(handler instanceof Web.SessionDescriptionHandler)) return;
      audio.srcObject = handler.remoteMediaStream;
      void audio.play();
    },
  };
  invitation.stateChange.addListener((state) => {
    if (state === SessionState.Established || state === SessionState.Terminated) show(false);
    if (state === SessionState.Terminated) audio.srcObject = null;
  });
}

function show(isRinging: boolean): void {
  if (incoming) incoming.hidden = !isRinging;
}
