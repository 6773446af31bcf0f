import { createServer } from 'node:http';
import { freePort } from '../../scripts/ports.ts';
import type { Undo } from '../../scripts/serving/undo.ts';
import { bundleForPage } from './bundle.ts';
import type { FloorAccount } from './phone.ts';

/** Serves the bare phone with its account in the page, until undone. Its accessible names are the desk's. Answers its address. */
export async function serveFloorPhone(undo: Undo, account: FloorAccount): Promise<string> {
  const script = await bundleForPage('phone.ts');
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare phone</title><link rel="icon" href="data:,">
<p role="status" aria-label="Phone status"></p>
<section aria-label="Incoming call" hidden><button>Answer</button></section>
<script type="application/json" id="account">${JSON.stringify(account)}</script>
<script src="/phone.js"></script></html>`;

  const http = createServer(({ url }, response) => {
    const [type, text] = url === '/phone.js' ? ['text/javascript', script] : ['text/html', page];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
  });
  const port = await freePort();
  http.listen(port, '127.0.0.1');
  undo.push(() => void http.close().closeAllConnections());
  return `http://127.0.0.1:${port}/`;
}
