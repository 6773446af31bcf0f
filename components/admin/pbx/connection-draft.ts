import type { ServerCard } from '@/lib/pbx-connections/queries';

/** What every connection has. */
export type PlaceDraft = { name: string; country: string };

/** A server as it stands in the form: a port and a list as they are typed, secrets only as far as they are being typed. */
export type ServerDraft = {
  amiHost: string;
  amiPort: string;
  amiTls: boolean;
  amiUser: string;
  amiSecret: string;
  trunks: string;
  extensionPattern: string;
  dialContext: string;
  resumeContext: string;
  sipAddress: string;
  sipDomain: string;
  sipRealm: string;
  stunUrl: string;
  turnUrl: string;
  turnSecret: string;
};

/** As the model has it (prisma/schema.prisma). */
export const newServer: ServerDraft = {
  amiHost: '',
  amiPort: '5038',
  amiTls: false,
  amiUser: '',
  amiSecret: '',
  trunks: '',
  extensionPattern: '^\\d{2,5}$',
  dialContext: 'offhook-operators',
  resumeContext: 'offhook-resume',
  sipAddress: '',
  sipDomain: '',
  sipRealm: 'asterisk',
  stunUrl: '',
  turnUrl: '',
  turnSecret: '',
};

export function toServerDraft({
  amiPort,
  trunks,
  version: _,
  hasTurnSecret: __,
  link: ___,
  ...settings
}: ServerCard): ServerDraft {
  return { ...settings, amiPort: String(amiPort), trunks: trunks.join(', '), amiSecret: '', turnSecret: '' };
}

/** As it is sent; what is no number is for the server to refuse, with its sentence at the field. */
export function toServer(draft: ServerDraft) {
  const { amiPort } = draft;
  return { ...draft, amiPort: /^\s*\d+\s*$/.test(amiPort) ? Number(amiPort) : amiPort };
}
