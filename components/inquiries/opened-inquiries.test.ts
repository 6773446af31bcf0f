import { expect, test } from 'vitest';
import { type OpenedInquiries, type OpenedInquiry, withClosed, withOpened } from './opened-inquiries';

const NONE: OpenedInquiries = { opened: null, waiting: [] };
const byItself = (callId: string): OpenedInquiry => ({ callId, customerId: null, isByItself: true });
const byHand = (callId: string): OpenedInquiry => ({ callId, customerId: null, isByItself: false });

test('[S3.6] the wizard of a second call waits for the one that is open, and opens once that is closed', () => {
  const both = withOpened(withOpened(NONE, byItself('a')), byItself('b'));
  expect(both).toEqual({ opened: byItself('a'), waiting: [byItself('b')] });
  expect(withOpened(both, byItself('b'))).toEqual(both);
  expect(withClosed(both, byItself('a'))).toEqual({ opened: byItself('b'), waiting: [] });
});

test('[S3.14] one that waited and was opened by hand does not open again when it is registered', () => {
  const both = withOpened(withOpened(NONE, byItself('a')), byItself('b'));
  const second = withOpened(both, byHand('b'));
  expect(second).toEqual({ opened: byHand('b'), waiting: [] });
  expect(withClosed(second, byHand('b'))).toEqual(NONE);

  const ofCard = { ...byHand('b'), customerId: 'c' };
  expect(withClosed(withOpened(both, ofCard), ofCard)).toEqual(NONE);
});

test('[S3.14] an inquiry whose registration is answered late closes no other that was opened meanwhile', () => {
  const second = withOpened(withOpened(NONE, byItself('a')), byHand('b'));
  expect(withClosed(second, byItself('a'))).toEqual(second);
  const again = withOpened(second, byItself('a'));
  expect(withClosed(again, byItself('a'))).toEqual(second);
});

test('[S3.6] one that waits for a pause in typing opens at once when it is asked for', () => {
  expect(withOpened(withOpened(NONE, byItself('a')), byHand('a'))).toEqual({ opened: byHand('a'), waiting: [] });
});
