import { z } from 'zod';
import { urlProblem } from '../outgoing/outgoing-url.ts';
import { plainText } from '../plain-text.ts';
import { typedText } from '../typed-text.ts';
import { readTemplate } from './json-template.ts';
import { MAX_NAME_CHARACTERS, MAX_SMS_CHARACTERS } from './limits.ts';
import { SmsText } from './schema.ts';
import { unknownPlaceholder } from './templates.ts';

const MAX_URL_CHARACTERS = 500;
const MAX_SECRET_CHARACTERS = 500;
const MAX_BODY_CHARACTERS = 4_000;

/** Empty keeps what is stored. It goes into a header: no line break. */
const Secret = z
  .string()
  .max(MAX_SECRET_CHARACTERS, 'tooLong')
  .refine((secret) => /^[\x20-\x7e]*$/.test(secret), 'secretInvalid')
  .transform((secret) => secret.trim() || undefined)
  .optional();

/** Without the slash at its end; empty where it may be. */
const Url = z
  .string()
  .max(MAX_URL_CHARACTERS, 'tooLong')
  .transform((typed) => plainText(typed).trim().replace(/\/+$/, ''))
  .superRefine((typed, context) => {
    const problem = typed === '' ? null : urlProblem(typed);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

const HEADER = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}$/;
const ID_PATH = /^$|^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;
const SENDER = /^(\+[1-9]\d{4,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 &._-]{1,11}|MG[0-9a-fA-F]{32})$/;

const Sender = typedText(40).refine((sender) => sender === '' || SENDER.test(sender), 'senderInvalid');
const GivenSender = Sender.refine((sender) => sender !== '', 'senderMissing');

const twilio = z.object({
  provider: z.literal('twilio'),
  sender: GivenSender,
  accountSid: typedText(40).refine((sid) => /^AC[0-9a-fA-F]{32}$/.test(sid), 'accountSidInvalid'),
  url: Url,
  secret: Secret,
});
const smsapi = z.object({ provider: z.literal('smsapi'), sender: Sender, url: Url, secret: Secret });
const http = z.object({
  provider: z.literal('http'),
  sender: typedText(40),
  url: Url.refine((url) => url !== '', 'urlMissing'),
  body: z
    .string()
    .max(MAX_BODY_CHARACTERS, 'tooLong')
    .refine((text) => readTemplate(text) !== null, 'bodyInvalid')
    .refine((text) => ['{to}', '{text}'].every((place) => text.includes(place)), 'bodyIncomplete'),
  secretHeader: typedText(80).refine((header) => HEADER.test(header), 'headerInvalid'),
  idPath: typedText(100).refine((path) => ID_PATH.test(path), 'idPathInvalid'),
  dropsRepeats: z.boolean(),
  secret: Secret,
});

/** `version` is what the form was opened on: the settings belong together, so the first of two admins has them. */
export const SaveSmsSettings = z.object({
  version: z.int(),
  settings: z.discriminatedUnion('provider', [z.object({ provider: z.literal('none') }), twilio, smsapi, http]),
});
export type SmsSettingsInput = z.infer<typeof SaveSmsSettings>['settings'];

export const TestSms = z.object({ to: z.string().max(40), text: SmsText });

const Template = z.object({
  name: typedText(MAX_NAME_CHARACTERS).refine((name) => name !== '', 'nameMissing'),
  text: z
    .string()
    .max(MAX_SMS_CHARACTERS, 'tooLong')
    .pipe(SmsText)
    .refine((text) => unknownPlaceholder(text) === null, 'placeholderUnknown'),
});
/** `templateId` is made by the browser where it is a new one. */
export const SaveTemplate = Template.extend({ templateId: z.uuid() });
export type SaveTemplate = z.infer<typeof SaveTemplate>;
export const OneTemplate = z.object({ templateId: z.uuid() });
