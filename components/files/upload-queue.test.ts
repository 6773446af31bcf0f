import { expect, test } from 'vitest';
import { refused } from '@/lib/action-result';
import type { Sent } from './send-file';
import { createUploadQueue, type Picked } from './upload-queue';

/** A queue whose files go nowhere until the test says how each of them ended. */
function queue() {
  const ends = new Map<string, (answer: Sent | null) => void>();
  const progress = new Map<string, (share: number) => void>();
  const done: string[] = [];
  const cancelled: string[] = [];
  let count = 0;
  const uploads = createUploadQueue<Picked>({
    newId: () => {
      count += 1;
      return `file-${count}`;
    },
    refuses: ({ size }) => (size === 0 ? refused('fileEmpty') : null),
    send: (id, _, onProgress) => {
      progress.set(id, onProgress);
      const answer = new Promise<Sent | null>((resolve) => ends.set(id, resolve));
      return { answer, cancel: () => cancelled.push(id) };
    },
    onDone: (id) => done.push(id),
  });
  const end = async (id: string, answer: Sent | null) => {
    ends.get(id)?.(answer);
    await Promise.resolve();
    await Promise.resolve();
  };
  const phases = () => uploads.snapshot().map(({ id, phase }) => `${id} ${phase}`);
  return { uploads, end, phases, done, cancelled, progress };
}

const file = (name: string, size = 10): Picked => ({ name, size });
const stored = (fileId: string): Sent => ({ ok: true, data: { fileId } });

test('two files are sent at once, the next when there is room, and what is stored leaves the list', async () => {
  const { uploads, end, phases, done } = queue();
  uploads.add([file('a'), file('b'), file('c')]);
  expect(phases()).toEqual(['file-1 sending', 'file-2 sending', 'file-3 waiting']);

  await end('file-1', stored('file-1'));
  expect(phases()).toEqual(['file-2 sending', 'file-3 sending']);
  expect(done).toEqual(['file-1']);
});

test('how far it is, is told', () => {
  const { uploads, progress } = queue();
  uploads.add([file('a')]);
  progress.get('file-1')?.(0.4);
  expect(uploads.snapshot()).toMatchObject([{ share: 0.4 }]);
});

test.each([
  ['no answer', null],
  ['a server that is busy', refused('unavailable')],
  ['a piece that was lost', refused('fileCutShort')],
])('after %s it can be sent again, as the same file', async (_, answer) => {
  const { uploads, end, phases } = queue();
  uploads.add([file('a')]);
  await end('file-1', answer);
  expect(phases()).toEqual(['file-1 broken']);

  uploads.retry('file-1');
  expect(phases()).toEqual(['file-1 sending']);
  await end('file-1', stored('file-1'));
  expect(phases()).toEqual([]);
});

test('a refusal stays with its reason until it is taken off the list', async () => {
  const { uploads, end, phases } = queue();
  uploads.add([file('a')]);
  await end('file-1', refused('fileKindUnknown'));
  expect(uploads.snapshot()).toMatchObject([{ phase: 'refused', refusal: { reason: 'fileKindUnknown' } }]);
  uploads.cancel('file-1');
  expect(phases()).toEqual([]);
});

test('what need not be sent is refused at once, and the others go on', () => {
  const { uploads, phases } = queue();
  uploads.add([file('empty', 0), file('a')]);
  expect(phases()).toEqual(['file-1 refused', 'file-2 sending']);
});

test('a cancelled file is gone, makes room, and its late answer changes nothing', async () => {
  const { uploads, end, phases, done, cancelled } = queue();
  uploads.add([file('a'), file('b'), file('c')]);
  uploads.cancel('file-1');
  expect(cancelled).toEqual(['file-1']);
  expect(phases()).toEqual(['file-2 sending', 'file-3 sending']);

  await end('file-1', stored('file-1'));
  expect(phases()).toEqual(['file-2 sending', 'file-3 sending']);
  expect(done).toEqual([]);
});
