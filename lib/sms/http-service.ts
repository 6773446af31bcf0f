import { z } from 'zod';
import { ANSWER_BYTES, outcomeOfStatus, parseJson, providerIdOf, withoutAnswer } from './answers.ts';
import { smsCauseOf } from './causes.ts';
import { fillJson, readTemplate, valueAt } from './json-template.ts';
import type { SmsAccess, SmsGateway, SmsOutcome, SmsReport } from './types.ts';

const HAD_BEFORE = 409;

/** Any service that takes a message as JSON: success is a status of 200 to 299. */
export function httpGateway(access: SmsAccess): SmsGateway {
  const { url, dropsRepeats, sender } = access;
  return {
    name: 'http',
    dropsRepeats,
    send: async ({ id, to, text }, post) => {
      const template = readTemplate(access.body);
      if (template === null) return { kind: 'refused', cause: 'notSetUp' };
      const body = JSON.stringify(fillJson(template, { id, to, text, from: sender }));
      const posted = await post({ url, headers: headersOf(access, body), body, answerBytes: ANSWER_BYTES });
      return 'error' in posted ? withoutAnswer(posted) : outcomeOf(access, posted);
    },
  };
}

function headersOf({ secret, secretHeader }: SmsAccess, body: string): Record<string, string> {
  const header = secretHeader.toLowerCase();
  return {
    accept: 'application/json',
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Offhook',
    ...(secret !== '' && { [header]: header === 'authorization' ? `Bearer ${secret}` : secret }),
  };
}

function outcomeOf({ idPath, dropsRepeats }: SmsAccess, { status, answer }: { status: number; answer: string }): SmsOutcome {
  if (status >= 200 && status < 300) {
    return { kind: 'taken', providerId: idPath === '' ? null : providerIdOf(valueAt(parseJson(answer), idPath)) };
  }
  return status === HAD_BEFORE && dropsRepeats ? { kind: 'taken', providerId: null } : outcomeOfStatus(status);
}

const Report = z.object({
  id: z.string().max(200),
  status: z.enum(['sent', 'delivered', 'undelivered']),
  cause: z.string().max(200).nullish(),
});
const Reports = z.union([Report.transform((report) => [report]), z.array(Report).min(1).max(100)]);

/** What such a service posts to us: `{"id": …, "status": "delivered"}`, or a list of them. Null for anything else. */
export function readHttpReports(body: string): SmsReport[] | null {
  const read = Reports.safeParse(parseJson(body));
  if (!read.success) return null;
  return read.data.map(({ id, status, cause }) => ({
    smsId: z.uuid().safeParse(id).data ?? null,
    providerId: providerIdOf(id),
    said: status,
    cause: status === 'undelivered' ? (smsCauseOf(cause) ?? 'notDelivered') : null,
  }));
}
