import { z } from 'zod';

/** One event of Asterisk's manager interface. `timestampevents=yes` in manager.conf gives it its time. */
export const AmiEvent = z
  .object({ Event: z.string(), Timestamp: z.string().regex(/^\d+(\.\d+)?$/, 'must be epoch seconds') })
  .catchall(z.string());

export type AmiEvent = z.infer<typeof AmiEvent>;

/** What the translator has to know of a PBX's configuration. */
export type AsteriskConfig = {
  /** Names of the endpoints that lead outside. */
  trunks: readonly string[];
  /** What an operator's endpoint is called, for example `^1\d\d$`. Its name is the extension. */
  extension: RegExp;
};

export type ChannelRole = 'trunk' | 'operator' | 'other';

/** A field's text, or '' where Asterisk says in one of its ways that there is none. */
export function field(event: AmiEvent, name: string): string {
  const text = event[name] ?? '';
  return text === '<unknown>' ? '' : text;
}

/** What was dialled; `s` is Asterisk's word for "no number". */
export function dialledNumber(event: AmiEvent): string {
  const exten = field(event, 'Exten');
  return exten === 's' ? '' : exten;
}

/** `PJSIP/101-0000000b` → `101`. Endpoints may have dashes of their own. */
export function endpointOf(channel: string): string {
  return channel.match(/^[^/]+\/(.+)-[0-9a-f]{8}/)?.[1] ?? '';
}

export function roleOf(channel: string, config: AsteriskConfig): ChannelRole {
  const endpoint = endpointOf(channel);
  if (config.trunks.includes(endpoint)) return 'trunk';
  return config.extension.test(endpoint) ? 'operator' : 'other';
}

/** The extension a channel belongs to, null for a trunk's. */
export function extensionOf(channel: string, config: AsteriskConfig): string | null {
  return roleOf(channel, config) === 'operator' ? endpointOf(channel) : null;
}

/** Asterisk's microseconds are cut to the milliseconds that our events carry. */
export function occurredAt(event: AmiEvent): string {
  return new Date(Math.floor(Number(event.Timestamp) * 1000)).toISOString();
}
