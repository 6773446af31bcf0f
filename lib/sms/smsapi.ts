import { z } from 'zod';
import { ANSWER_BYTES, formHeaders, outcomeOfStatus, parseJson, providerIdOf, withoutAnswer } from './answers.ts';
import type { SmsCause } from './causes.ts';
import type { SmsAccess, SmsGateway, SmsOutcome, SmsReport } from './types.ts';

export const SMSAPI_URL = 'https://api.smsapi.pl';

const id = z.union([z.string(), z.number()]);
const Taken = z.object({ list: z.array(z.object({ id: id.nullish(), error: id.nullish() })).min(1) });
const Refused = z.object({ error: z.coerce.number() });

// https://www.smsapi.pl/docs: the table of error codes
const CAUSES: Record<number, SmsCause> = {
  11: 'textRefused',
  12: 'textRefused',
  94: 'textRefused',
  13: 'numberRefused',
  112: 'numberRefused',
  14: 'senderRefused',
  98: 'credentialsRefused',
  101: 'credentialsRefused',
  102: 'credentialsRefused',
  105: 'credentialsRefused',
  110: 'credentialsRefused',
  1000: 'credentialsRefused',
  103: 'noCredit',
};
const THROTTLED = [52, 202, 203];
const UNAVAILABLE = [200, 201, 999];
const HAD_BEFORE = 53;

/** SMSAPI's sms.do: a form with a token. Our id goes along as `idx`, and one that it had is refused, so that nothing is sent twice. */
export function smsapiGateway({ url, secret, sender }: SmsAccess, reportUrl: string): SmsGateway {
  return {
    name: 'smsapi',
    dropsRepeats: true,
    send: async ({ id: idx, to, text }, post) => {
      const body = new URLSearchParams({
        to: to.replace(/^\+/, ''),
        message: text,
        ...(sender !== '' && { from: sender }),
        format: 'json',
        encoding: 'utf-8',
        idx,
        check_idx: '1',
        notify_url: reportUrl,
      }).toString();
      const posted = await post({
        url: `${url || SMSAPI_URL}/sms.do`,
        headers: formHeaders(body, `Bearer ${secret}`),
        body,
        answerBytes: ANSWER_BYTES,
      });
      return 'error' in posted ? withoutAnswer(posted) : outcomeOf(posted.status, parseJson(posted.answer));
    },
  };
}

/** An error comes with any status, 200 too. */
function outcomeOf(status: number, answer: unknown): SmsOutcome {
  const error = Refused.safeParse(answer);
  if (error.success) return outcomeOfError(error.data.error, status);
  if (status < 200 || status >= 300) return outcomeOfStatus(status);

  const taken = Taken.safeParse(answer);
  const [message] = taken.success ? taken.data.list : [];
  if (!message) return { kind: 'uncertain', cause: 'uncertain' };
  return message.error ? outcomeOfError(Number(message.error), status) : { kind: 'taken', providerId: providerIdOf(message.id) };
}

function outcomeOfError(code: number, status: number): SmsOutcome {
  if (code === HAD_BEFORE) return { kind: 'taken', providerId: null };
  if (THROTTLED.includes(code)) return { kind: 'notTaken', cause: 'throttled' };
  if (UNAVAILABLE.includes(code)) return { kind: 'notTaken', cause: 'unavailable' };
  const cause = CAUSES[code];
  if (cause) return { kind: 'refused', cause };
  return status >= 300 ? outcomeOfStatus(status) : { kind: 'refused', cause: 'rejected' };
}

const SAID: Record<string, SmsReport['said']> = {
  403: 'sent',
  404: 'delivered',
  402: 'undelivered',
  405: 'undelivered',
  406: 'undelivered',
  407: 'undelivered',
};
const EXPIRED = '402';

/** Of the parameters of a callback, which tells of several messages at once, each a place in lists parted by commas. */
export function readSmsapiReports(parameters: URLSearchParams): SmsReport[] {
  const listOf = (name: string) => (parameters.get(name) ?? '').split(',').map((each) => each.trim());
  const [ids, statuses, idxs] = [listOf('MsgId'), listOf('status'), listOf('idx')];
  return ids.flatMap((providerId, place) => {
    const status = statuses[place] ?? '';
    const said = SAID[status];
    if (!said) return [];
    const cause = said === 'undelivered' ? (status === EXPIRED ? 'expired' : 'notDelivered') : null;
    return { smsId: z.uuid().safeParse(idxs[place]).data ?? null, providerId: providerIdOf(providerId), said, cause };
  });
}
