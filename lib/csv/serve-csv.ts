import { attachmentNamed } from '../files/content-disposition.ts';

/** CSV to save, line by line as it is made; nothing is made ahead of what the browser takes. */
export function serveCsv(lines: AsyncGenerator<string>, name: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await lines.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await lines.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
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
