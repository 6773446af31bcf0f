import { beforeEach, describe, expect, test } from 'vitest';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { readSmsAccess } from './access.ts';
import { listTemplates } from './queries.ts';
import { readSmsSettings } from './settings-queries.ts';
import { SaveSmsSettings, SaveTemplate } from './settings-schema.ts';
import { removeTemplate, storeSmsSettings, storeTemplate } from './settings-store.ts';

const SID = `AC${'0'.repeat(32)}`;
const twilio = { provider: 'twilio', sender: '+48221000009', accountSid: SID, url: '', secret: 'the token' };
const http = {
  provider: 'http',
  sender: '',
  url: 'https://sms.example.com/send',
  body: '{"to":"{to}","text":"{text}"}',
  secretHeader: 'Authorization',
  idPath: '',
  dropsRepeats: false,
  secret: '',
};
let actor: { userId: string; at: Date };

beforeEach(async () => {
  await db.smsSettings.deleteMany();
  await db.smsTemplate.deleteMany();
  actor = { userId: (await createUser(db, { role: 'admin' })).id, at: new Date() };
});

const save = (settings: object, version: number) =>
  storeSmsSettings(SaveSmsSettings.parse({ version, settings }).settings, version, actor);
const faults = (settings: object) =>
  SaveSmsSettings.safeParse({ version: 0, settings }).error?.issues.map(({ path, message }) => [path.at(-1), message]);

describe('[S2.23] the provider of SMS', () => {
  test('is stored with its secret sealed, which nobody reads again', async () => {
    expect(await save(twilio, 0)).toEqual({ kind: 'saved', version: 1 });
    expect(await readSmsAccess()).toMatchObject({ provider: 'twilio', secret: 'the token', accountSid: SID });
    const card = await readSmsSettings();
    expect(card).toMatchObject({ provider: 'twilio', hasSecret: true, version: 1 });
    expect(JSON.stringify(card)).not.toContain('the token');
    const audit = await db.auditEntry.findFirst({ where: { userId: actor.userId } });
    expect(audit).toMatchObject({ action: 'messages.changed', details: { provider: 'twilio', isSecretChanged: true } });
    expect(JSON.stringify(await db.smsSettings.findMany())).not.toContain('the token');
  });

  test('keeps its secret where none is typed, but never sends it elsewhere', async () => {
    await save(twilio, 0);
    const blank = { ...twilio, secret: '' };
    expect(await save({ ...blank, sender: 'Pizzeria' }, 1)).toMatchObject({ kind: 'saved' });
    expect(await readSmsAccess()).toMatchObject({ secret: 'the token', sender: 'Pizzeria' });
    expect(await save({ ...blank, url: 'https://elsewhere.example.com' }, 2)).toEqual({ kind: 'secretAgain' });
    expect(await save({ ...blank, accountSid: `AC${'1'.repeat(32)}` }, 2)).toEqual({ kind: 'secretAgain' });
    expect(await save({ ...blank, provider: 'smsapi' }, 2)).toEqual({ kind: 'secretMissing' });
    expect(await save(http, 2)).toMatchObject({ kind: 'saved' });
    expect(await readSmsAccess()).toMatchObject({ provider: 'http', secret: '' });

    expect(await save({ ...http, secret: 'a key' }, 3)).toMatchObject({ kind: 'saved' });
    expect(await save({ ...http, secretHeader: 'X-Other' }, 4)).toEqual({ kind: 'secretAgain' });
    expect(await save({ provider: 'none' }, 4)).toMatchObject({ kind: 'saved' });
    expect(await readSmsAccess()).toBeNull();
  });

  test('needs a secret, and belongs to the first of two admins', async () => {
    expect(await save({ ...twilio, secret: '' }, 0)).toEqual({ kind: 'secretMissing' });
    const both = await Promise.all([save(twilio, 0), save({ ...twilio, sender: 'Pizzeria' }, 0)]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['changedMeanwhile', 'saved']);
  });

  test('the address of reports stays the same, whatever is changed', async () => {
    await save(http, 0);
    const { reportUrl } = await readSmsSettings();
    expect(reportUrl).toMatch(/\/api\/sms\/reports\/http\?key=[\w-]{32}$/);
    await save({ ...http, idPath: 'id' }, 1);
    expect((await readSmsSettings()).reportUrl).toBe(reportUrl);
  });

  test.each([
    [{ ...twilio, accountSid: 'AC1' }, 'accountSid', 'accountSidInvalid'],
    [{ ...twilio, sender: '' }, 'sender', 'senderMissing'],
    [{ ...twilio, sender: 'A name that is too long' }, 'sender', 'senderInvalid'],
    [{ ...twilio, secret: 'two\r\nlines' }, 'secret', 'secretInvalid'],
    [{ ...twilio, url: 'ftp://x' }, 'url', 'urlNotHttp'],
    [{ ...http, url: '' }, 'url', 'urlMissing'],
    [{ ...http, body: '{' }, 'body', 'bodyInvalid'],
    [{ ...http, body: '{"to":"{to}"}' }, 'body', 'bodyIncomplete'],
    [{ ...http, secretHeader: 'X Key' }, 'secretHeader', 'headerInvalid'],
    [{ ...http, idPath: 'a..b' }, 'idPath', 'idPathInvalid'],
  ])('%j is at fault in %s: %s', (settings, field, problem) => {
    expect(faults(settings)).toContainEqual([field, problem]);
  });
});

describe('templates', () => {
  const template = (name: string, text = 'Hello {name}') => SaveTemplate.parse({ templateId: crypto.randomUUID(), name, text });

  test('are added, changed and removed, each name once', async () => {
    const hello = template('Hello');
    expect(await storeTemplate(hello, actor)).toBe('stored');
    expect(await storeTemplate(template('Hello'), actor)).toBe('nameTaken');
    expect(await storeTemplate({ ...hello, text: 'Good day {name}' }, actor)).toBe('stored');
    expect(await listTemplates()).toEqual([{ id: hello.templateId, name: 'Hello', text: 'Good day {name}' }]);
    expect(await removeTemplate(hello.templateId, actor)).toBe(true);
    expect(await removeTemplate(hello.templateId, actor)).toBe(false);
  });

  test('one with a place that nothing fills is at fault', () => {
    const parsed = SaveTemplate.safeParse({ templateId: crypto.randomUUID(), name: 'x', text: 'Hello {nmae}' });
    expect(parsed.error?.issues).toMatchObject([{ path: ['text'], message: 'placeholderUnknown' }]);
  });
});
