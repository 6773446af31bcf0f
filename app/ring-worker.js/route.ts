import { RING_WORKER } from './ring-worker';

export const dynamic = 'force-static';

export function GET() {
  return new Response(RING_WORKER, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  });
}
