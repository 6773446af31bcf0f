import { now } from '@/lib/clock';
import { receive } from '@/lib/intake/receive';

// The PBX repeats a post until it sees a 2xx, so a repeat of what is stored is answered like the first (events.md).
export async function POST(request: Request, { params }: { params: Promise<{ source: string }> }) {
  const answer = await receive((await params).source, request, now());

  const headers = answer.retryAfterSeconds ? { 'retry-after': String(answer.retryAfterSeconds) } : undefined;
  return Response.json(answer.body, { status: answer.status, headers });
}
