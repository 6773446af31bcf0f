import { CLICK_PREFIX } from '../pbx/asterisk-call.ts';
import type { AmiSession } from './ami-client.ts';
import { type CallAtAsterisk, channelsAt, channelsOf, farChannel, isWithColleague, listChannels } from './channels.ts';
import type { AsteriskServer } from './servers.ts';

// What Offhook asks an Asterisk to do. Each resolves false where Asterisk says no, and throws where it does not answer.

/** How long the operator's own phone rings before the call is given up. */
const PICK_UP_MS = 30_000;

type Click = {
  /** Becomes Asterisk's id of the call, so that it is known before anything happens. */
  pbxCallId: string;
  extension: string;
  /** A number in E.164, or an extension. */
  number: string;
  /** The number to present, in E.164; the dialplan chooses without one. */
  presents: string | null;
};

export function newClickId(unique: string): string {
  return `${CLICK_PREFIX}${unique}`;
}

/** Click to call: the operator's own phone rings, and when they pick it up, the dialplan dials for them. */
export async function placeCall(session: AmiSession, server: AsteriskServer, click: Click): Promise<boolean> {
  const { isDone } = await session.ask({
    Action: 'Originate',
    Channel: `PJSIP/${click.extension}`,
    ChannelId: click.pbxCallId,
    Context: server.dialContext,
    Exten: click.number,
    Priority: '1',
    // On the display of the operator's own phone.
    CallerID: click.number,
    Timeout: String(PICK_UP_MS),
    Async: 'true',
    // Inherited by the channel that is dialled, where the dialplan reads it.
    Variable: click.presents ? [`__OFFHOOK_PRESENT=${click.presents}`] : [],
  });
  return isDone;
}

/** Hangs up what the operator has of a call. The far side follows, unless somebody else has it by then. */
export async function hangUpAt(
  session: AmiSession,
  { config }: AsteriskServer,
  call: CallAtAsterisk,
  extension: string,
): Promise<boolean> {
  const channels = channelsAt(channelsOf(await listChannels(session), call), extension, config);
  const replies = await Promise.all(channels.map(({ name }) => session.ask({ Action: 'Hangup', Channel: name, Cause: '16' })));
  return replies.some((reply) => reply.isDone);
}

/** Takes the far side of a call out of its bridge and rings the operator's phone for it. The caller keeps the line. */
export async function ringAgain(
  session: AmiSession,
  { config, resumeContext }: AsteriskServer,
  call: CallAtAsterisk,
  extension: string,
): Promise<boolean> {
  const channels = await listChannels(session);
  const far = farChannel(channelsOf(channels, call), extension, config);
  // Asked of Asterisk itself: it may have been transferred a moment ago, which the database has not heard of.
  if (!far || isWithColleague(channels, far, extension, config)) return false;

  const { isDone } = await session.ask({
    Action: 'Redirect',
    Channel: far.name,
    Context: resumeContext,
    Exten: extension,
    Priority: '1',
  });
  return isDone;
}
