import { streamText } from '../doors/stream-text.ts';
import { attachmentNamed } from '../files/content-disposition.ts';

/** CSV to save, line by line as it is made; nothing is made ahead of what the browser takes. */
export function serveCsv(lines: AsyncGenerator<string>, name: string): Response {
  return new Response(streamText(lines), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachmentNamed(name),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // A proxy that collects it all first would have the browser wait without a word.
      'x-accel-buffering': 'no',
    },
  });
}
