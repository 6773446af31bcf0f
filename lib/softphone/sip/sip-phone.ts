import { type Core, Invitation, Inviter, type Session, SessionState, type URI, UserAgent, UserAgentState, Web } from 'sip.js';
import { answered } from './answered.ts';
import { sendDigit } from './dtmf.ts';
import { giveUpRequest } from './give-up-request.ts';
import { keepConnected } from './keep-connected.ts';
import type { Offer, Renegotiated } from './negotiation.ts';
import { endGatheringEarly } from './quick-gathering.ts';
import { refusalCause } from './refusal-cause.ts';
import { refusedReinvite } from './refused-reinvite.ts';
import { registrationProblem } from './registration-problem.ts';
import { rollBack } from './roll-back.ts';
import type { SipAccount } from './sip-account.ts';
import type { SipLine, SipListener, SipSession } from './sip-session.ts';
import type { RegistrationProblem } from './sip-state.ts';
import { transferOutcome } from './transfer-outcome.ts';

// The only file that knows sip.js. It uses UserAgent and the sessions themselves: sip.js's own SessionManager ends every call when
// the websocket drops, whose sound goes on, and its Registerer registers nothing for half a minute after a request that got lost.

const REGISTRATION_SECONDS = 120;
const CONNECT_SECONDS = 5;
/** For a computer without any address; usually the search ends long before (quick-gathering.ts). */
const ICE_GATHERING_MS = 5_000;
const DECLINED = 603;
/** Timer B of RFC 3261 (17.1.1.2). */
const REINVITE_TIMEOUT_MS = 32_000;
/** How long a PBX that has taken a transfer on may ring the new other side before it says what came of it. */
const TRANSFER_TIMEOUT_MS = 65_000;
const CALL_HEADER = 'X-Offhook-Call';
const PRESENT_HEADER = 'X-Offhook-Present';

/** Registers this browser at a PBX, keeps it registered, and tells of its calls. */
export function openSipLine(account: SipAccount, listener: SipListener): SipLine {
  const sessions = new WeakMap<SipSession, Session>();
  const bySession = new WeakMap<Session, SipSession>();
  let problem: RegistrationProblem = 'unreachable';
  let isStopped = false;

  const agent = new UserAgent({
    uri: addressOf(account.login),
    authorizationUsername: account.login,
    ...('ha1' in account.secret ? { authorizationHa1: account.secret.ha1 } : { authorizationPassword: account.secret.password }),
    contactName: account.extension,
    transportOptions: { server: account.server, connectionTimeout: CONNECT_SECONDS, traceSip: false },
    sessionDescriptionHandlerFactory: (session) => {
      const own = bySession.get(session);
      const openStream = () => (own ? listener.openMicrophone(own) : Promise.reject(new Error('a call of nobody')));
      const handler = Web.defaultSessionDescriptionHandlerFactory(openStream)(session, {
        iceGatheringTimeout: ICE_GATHERING_MS,
        // Here and not among the options of the agent, which lasts longer than a login at the TURN server.
        peerConnectionConfiguration: { iceServers: account.iceServers },
      });
      const asksServers = account.iceServers.length > 0;
      if (handler instanceof Web.SessionDescriptionHandler) endGatheringEarly(handler, { asksServers });
      return handler;
    },
    // Ours is in keep-connected.ts: sip.js gives up after three attempts.
    reconnectionAttempts: 0,
    // Its log carries what is said in SIP, secrets too (S0.3b).
    logBuiltinEnabled: false,
    logConfiguration: false,
    delegate: {
      onInvite: (invitation) => listener.onIncoming(follow(invitation)),
      onDisconnect: () => {
        listener.onRegistration('unreachable');
        connection.lost();
      },
    },
  });
  const registration = { callId: crypto.randomUUID(), fromTag: crypto.randomUUID(), cseq: 0 };

  const connection = keepConnected({
    connect: async () => {
      problem = 'unreachable';
      if (agent.isConnected()) await agent.transport.disconnect();
      giveUpIfStopped();
      await (agent.state === UserAgentState.Started ? agent.reconnect() : agent.start());
      giveUpIfStopped();
      if (!(await register())) throw new Error('not registered');
    },
    check: register,
    isHopeless: () => problem !== 'unreachable',
    onUp: (how) => how !== 'first' && listener.onBack(how === 'again'),
  });

  /** An agent that was stopped starts again when asked to: then nobody would ever stop it. */
  function giveUpIfStopped() {
    if (isStopped) throw new Error('stopped');
  }

  async function register(): Promise<boolean> {
    const isRegistered = await answered(async (settle) => {
      sendRegister(REGISTRATION_SECONDS, {
        onAccept: () => settle(true),
        onReject: ({ message: { statusCode = 0 } }) => {
          problem = registrationProblem(statusCode) ?? problem;
          settle(false);
        },
      });
    });
    listener.onRegistration(isRegistered ? 'none' : problem);
    return isRegistered;
  }

  /** One registration of this browser, told anew each time: RFC 3261 keeps its Call-ID and counts its requests (10.2.4). */
  function sendRegister(seconds: number, delegate?: Core.OutgoingRequestDelegate) {
    const own = addressOf(account.login);
    const registrar = own.clone();
    registrar.user = undefined;

    registration.cseq += 1;
    const contact = `Contact: ${agent.contact.toString()};expires=${seconds}`;
    const message = agent.userAgentCore.makeOutgoingRequestMessage('REGISTER', registrar, own, own, { ...registration }, [
      contact,
    ]);
    agent.userAgentCore.register(message, delegate);
    // Signing it counts it once more.
    registration.cseq += 1;
  }

  function addressOf(user: string): URI {
    const address = UserAgent.makeURI(`sip:${encodeURIComponent(user).replace('%2B', '+')}@${account.domain}`);
    if (!address) throw new Error('The SIP address cannot be read.');
    return address;
  }

  function follow(session: Invitation | Inviter): SipSession {
    const own = wrap(session);
    sessions.set(own, session);
    bySession.set(session, own);

    session.delegate = {
      onSessionDescriptionHandler: (handler) => {
        if (handler instanceof Web.SessionDescriptionHandler) listener.onSound(own, handler.remoteMediaStream);
      },
      // A transfer completed at the PBX comes as an invitation within the call, with the new other side asserted (S3.5).
      onInvite: () => listener.onIdentified(own),
    };
    session.stateChange.addListener((state) => {
      if (state === SessionState.Established) listener.onAnswered(own);
      if (state === SessionState.Terminated) listener.onEnded(own);
    });
    return own;
  }

  function wrap(session: Invitation | Inviter): SipSession {
    return {
      id: crypto.randomUUID(),
      direction: session instanceof Invitation ? 'incoming' : 'outgoing',
      pbxCallId: session instanceof Invitation ? (session.request.getHeader(CALL_HEADER) ?? null) : null,
      phase: () => phaseOf(session),
      identity: () => identityOf(session),
      accept: async () => {
        if (session instanceof Invitation) await session.accept();
      },
      end: () => end(session),
      renegotiate: (how) => renegotiate(session, how),
      refer: (to) => refer(session, typeof to === 'string' ? addressOf(to) : sessions.get(to)),
      sendDigit: (digit) => sendDigit(peerOf(session), digit),
      peer: () => peerOf(session),
    };
  }

  return {
    isConnected: () => agent.isConnected(),
    dial: (number, presents) =>
      follow(
        new Inviter(agent, addressOf(number), {
          earlyMedia: true,
          extraHeaders: presents ? [`${PRESENT_HEADER}: ${presents}`] : [],
        }),
      ),
    invite: async (session) => {
      const inviter = sessions.get(session);
      if (!(inviter instanceof Inviter)) return;
      const onReject = ({ message }: { message: { statusCode?: number } }) => {
        const cause = refusalCause(message.statusCode ?? 0);
        if (cause) listener.onRefused(session, cause);
      };
      await inviter.invite({ requestDelegate: { onReject } });
    },
    nudge: () => connection.nudge(),
    stop: async () => {
      isStopped = true;
      connection.stop();
      if (agent.isConnected()) sendRegister(0);
      await agent.stop().catch(() => undefined);
    },
  };
}

function phaseOf(session: Invitation | Inviter): ReturnType<SipSession['phase']> {
  switch (session.state) {
    case SessionState.Initial:
      return session instanceof Invitation ? 'ringing' : 'dialling';
    case SessionState.Establishing:
      return session instanceof Invitation ? 'answering' : 'dialling';
    case SessionState.Established:
      return 'talking';
    case SessionState.Terminating:
    case SessionState.Terminated:
      return 'ended';
  }
}

function peerOf({ sessionDescriptionHandler: handler }: Session): RTCPeerConnection | undefined {
  return handler instanceof Web.SessionDescriptionHandler ? handler.peerConnection : undefined;
}

function identityOf(session: Session): { number: string; name: string } {
  const { uri, displayName } = session.assertedIdentity ?? session.remoteIdentity;
  return { number: uri.user ?? '', name: displayName };
}

async function end(session: Invitation | Inviter): Promise<void> {
  try {
    if (session.state === SessionState.Established) await session.bye();
    else if (session instanceof Invitation) await session.reject({ statusCode: DECLINED });
    else if (session.state === SessionState.Initial) await session.dispose();
    else await session.cancel();
  } catch {
    // It ended by itself meanwhile.
  }
}

/** sip.js leaves an offer behind that came to nothing: with it the call can neither make nor take another. */
function renegotiate(session: Invitation | Inviter, { isHeld, hasNewWay }: Offer): Promise<Renegotiated> {
  if (session.state !== SessionState.Established) return Promise.resolve('refused');

  const held: Web.SessionDescriptionHandlerOptions = { hold: isHeld };
  const before = session.sessionDescriptionHandlerOptionsReInvite;
  return new Promise((resolve) => {
    let late: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const settle = (outcome: Renegotiated) => {
      isOver = true;
      clearTimeout(late);
      unfollow();
      // What the PBX's own invitations are answered with from now on: sip.js would answer them like the last one it sent.
      session.sessionDescriptionHandlerOptionsReInvite = outcome === 'accepted' ? held : before;
      resolve(outcome);
    };
    const unfollow = onTerminated(session, () => settle('refused'));
    session
      .invite({
        sessionDescriptionHandlerOptions: hasNewWay ? { ...held, offerOptions: { iceRestart: true } } : held,
        requestDelegate: {
          onAccept: () => settle('accepted'),
          onReject: async ({ message: { statusCode = 0 } }) => {
            await rollBack(peerOf(session));
            const { outcome, isCallOver } = refusedReinvite(statusCode);
            settle(outcome);
            if (isCallOver) void end(session);
          },
        },
      })
      .then((request) => {
        if (!isOver) late = setTimeout(() => giveUpRequest(request), REINVITE_TIMEOUT_MS);
      })
      // An invitation of the PBX's own is being answered.
      .catch(async () => {
        await rollBack(peerOf(session));
        settle('collided');
      });
  });
}

async function refer(session: Invitation | Inviter, to: URI | Session | undefined): Promise<boolean> {
  if (!to) return false;

  let isTaken = false;
  return answered((settle, waitOn) => {
    // Some PBXs end our side themselves, and say nothing more.
    onTerminated(session, () => settle(isTaken));
    return session.refer(to, {
      requestDelegate: {
        onAccept: () => {
          isTaken = true;
          waitOn(TRANSFER_TIMEOUT_MS);
        },
        onReject: () => settle(false),
      },
      onNotify: (notification) => {
        void notification.accept();
        const outcome = transferOutcome(notification.request.body);
        if (outcome === 'pending') return;
        settle(outcome === 'done');
        // Asterisk would keep our side for another minute.
        if (outcome === 'done') void end(session);
      },
    });
  });
}

/** Returns how to hear of it no more. */
function onTerminated(session: Session, callback: () => void): () => void {
  const heard = (state: SessionState) => state === SessionState.Terminated && callback();
  session.stateChange.addListener(heard);
  return () => session.stateChange.removeListener(heard);
}
