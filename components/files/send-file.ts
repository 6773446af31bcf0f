import { z } from 'zod';
import type { ActionResult } from '@/lib/action-result';

export type Sent = ActionResult<{ fileId: string }>;
export type Sending = {
  /** Null where no answer came: the connection broke, or the file cannot be read any more. */
  answer: Promise<Sent | null>;
  cancel: () => void;
};

/** Only what tells the two apart: the reason's own sentence is looked up where it is shown. */
const Answer = z.custom<Sent>((value) => z.object({ ok: z.boolean() }).safeParse(value).success);

/** Sends a file as it is, piece by piece from the disk. `fetch` would not tell how far it is. */
export function sendFile(address: string, file: File, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  request.open('PUT', address);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));

  const answer = new Promise<Sent | null>((resolve) => {
    request.addEventListener('load', () => resolve(read(request.responseText)));
    for (const failure of ['error', 'abort', 'timeout'] as const) request.addEventListener(failure, () => resolve(null));
  });
  request.send(file);

  return { answer, cancel: () => request.abort() };
}

function read(body: string): Sent | null {
  try {
    return Answer.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}
