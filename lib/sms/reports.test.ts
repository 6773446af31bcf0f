import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readHttpReports } from './http-service.ts';
import { readSmsapiReports } from './smsapi.ts';
import { isTwilioSigned, readTwilioReport } from './twilio-reports.ts';

const SMS_ID = '0190a6f0-0000-7000-8000-000000000001';

describe('a report of Twilio', () => {
  test('is signed as the example in Twilio’s own documentation is', () => {
    const fields = new URLSearchParams({
      CallSid: 'CA1234567890ABCDE',
      Caller: '+12349013030',
      Digits: '1234',
      From: '+12349013030',
      To: '+18005551212',
    });
    const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
    expect(isTwilioSigned(url, fields, '0/KCTR6DLpKmkAf8muzZqo1nDgQ=', '12345')).toBe(true);
    fields.set('Digits', '1235');
    expect(isTwilioSigned(url, fields, '0/KCTR6DLpKmkAf8muzZqo1nDgQ=', '12345')).toBe(false);
  });

  test('may be signed with the port in the address', () => {
    const fields = new URLSearchParams({ MessageStatus: 'sent' });
    const signature = createHmac('sha1', 'token').update('https://desk.example.com:443/x?id=1MessageStatussent').digest('base64');
    expect(isTwilioSigned('https://desk.example.com/x?id=1', fields, signature, 'token')).toBe(true);
    expect(isTwilioSigned('https://desk.example.com/x?id=2', fields, signature, 'token')).toBe(false);
    expect(isTwilioSigned('https://desk.example.com/x?id=1', fields, null, 'token')).toBe(false);
    expect(isTwilioSigned('https://desk.example.com/x?id=1', fields, 'short', 'token')).toBe(false);
  });

  test.each([
    ['delivered', '', 'delivered', null],
    ['read', '', 'delivered', null],
    ['sent', '', 'sent', null],
    ['undelivered', '30003', 'undelivered', 'notDelivered'],
    ['failed', '21610', 'undelivered', 'optedOut'],
  ])('%s with the code %s', (MessageStatus, ErrorCode, said, cause) => {
    const fields = new URLSearchParams({ MessageSid: 'SM1', MessageStatus, ErrorCode });
    expect(readTwilioReport(SMS_ID, fields)).toEqual({ smsId: SMS_ID, providerId: 'SM1', said, cause });
  });

  test('that it waits at Twilio is no news', () => {
    expect(readTwilioReport(SMS_ID, new URLSearchParams({ MessageStatus: 'queued' }))).toBeNull();
    expect(readTwilioReport(SMS_ID, new URLSearchParams())).toBeNull();
  });
});

describe('a report of SMSAPI', () => {
  test('tells of several messages at once', () => {
    const parameters = new URLSearchParams({ MsgId: 'a,b,c,d', status: '404,405,402,409', idx: `${SMS_ID},,x,`, to: '1,2,3,4' });
    expect(readSmsapiReports(parameters)).toEqual([
      { smsId: SMS_ID, providerId: 'a', said: 'delivered', cause: null },
      { smsId: null, providerId: 'b', said: 'undelivered', cause: 'notDelivered' },
      { smsId: null, providerId: 'c', said: 'undelivered', cause: 'expired' },
    ]);
    expect(readSmsapiReports(new URLSearchParams())).toEqual([]);
  });
});

describe('a report of an HTTP service', () => {
  test('names the message by our id or by its own', () => {
    expect(readHttpReports(JSON.stringify({ id: SMS_ID, status: 'delivered' }))).toEqual([
      { smsId: SMS_ID, providerId: SMS_ID, said: 'delivered', cause: null },
    ]);
    expect(readHttpReports(JSON.stringify([{ id: '42', status: 'undelivered', cause: 'optedOut' }]))).toEqual([
      { smsId: null, providerId: '42', said: 'undelivered', cause: 'optedOut' },
    ]);
  });

  test.each(['', '[]', '{}', '{"id":"42","status":"whatever"}'])('%j is none', (body) => {
    expect(readHttpReports(body)).toBeNull();
  });
});
