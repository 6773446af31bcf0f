import { z } from 'zod';
import { ANSWER_BYTES, formHeaders, outcomeOfStatus, parseJson, providerIdOf, withoutAnswer } from './answers.ts';
import type { SmsCause } from './causes.ts';
import type { SmsAccess, SmsGateway, SmsOutcome } from './types.ts';

export const TWILIO_URL = 'https://api.twilio.com';

const Taken = z.object({ sid: z.string() });
const Refused = z.object({ code: z.number() });

// https://www.twilio.com/docs/api/errors
const CAUSES: Record<number, SmsCause> = {
  20003: 'credentialsRefused',
  20404: 'credentialsRefused',
  // An account without credit is suspended.
  20005: 'noCredit',
  30002: 'noCredit',
  90010: 'noCredit',
  21211: 'numberRefused',
  21214: 'numberRefused',
  21217: 'numberRefused',
  21219: 'numberRefused',
  21265: 'numberRefused',
  21408: 'numberRefused',
  21608: 'numberRefused',
  21612: 'numberRefused',
  21614: 'numberRefused',
  21610: 'optedOut',
  21212: 'senderRefused',
  21603: 'senderRefused',
  21606: 'senderRefused',
  21611: 'senderRefused',
  21659: 'senderRefused',
  21660: 'senderRefused',
  21661: 'senderRefused',
  21701: 'senderRefused',
  21703: 'senderRefused',
  21705: 'senderRefused',
  21602: 'textRefused',
  21605: 'textRefused',
  21617: 'textRefused',
  30007: 'textRefused',
};
const THROTTLED = [14107, 20429, 63038];

/** Twilio's Messages resource: a form, with the account and its token as basic authentication. It does not know whether it had a message before. */
export function twilioGateway({ url, accountSid, secret, sender }: SmsAccess, reportUrl: (smsId: string) => string): SmsGateway {
  return {
    name: 'twilio',
    dropsRepeats: false,
    send: async ({ id, to, text }, post) => {
      const from: Record<string, string> = /^MG[0-9a-f]{32}$/i.test(sender) ? { MessagingServiceSid: sender } : { From: sender };
      const body = new URLSearchParams({ To: to, ...from, Body: text, StatusCallback: reportUrl(id) }).toString();
      const basic = Buffer.from(`${accountSid}:${secret}`).toString('base64');
      const posted = await post({
        url: `${url || TWILIO_URL}/2010-04-01/Accounts/${encodeURIComponent(accountSid)}/Messages.json`,
        headers: formHeaders(body, `Basic ${basic}`),
        body,
        answerBytes: ANSWER_BYTES,
      });
      return 'error' in posted ? withoutAnswer(posted) : outcomeOf(posted.status, parseJson(posted.answer));
    },
  };
}

function outcomeOf(status: number, answer: unknown): SmsOutcome {
  if (status >= 200 && status < 300) {
    const taken = Taken.safeParse(answer);
    return taken.success
      ? { kind: 'taken', providerId: providerIdOf(taken.data.sid) }
      : { kind: 'uncertain', cause: 'uncertain' };
  }
  const { data } = Refused.safeParse(answer);
  if (!data) return outcomeOfStatus(status);
  if (THROTTLED.includes(data.code)) return { kind: 'notTaken', cause: 'throttled' };
  const cause = CAUSES[data.code];
  return cause ? { kind: 'refused', cause } : outcomeOfStatus(status);
}

/** Why a message did not arrive: the codes of delivery reports are of the same dictionary. */
export function twilioReportCause(code: number): SmsCause {
  return CAUSES[code] ?? 'notDelivered';
}
