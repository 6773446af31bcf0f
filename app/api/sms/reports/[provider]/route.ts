import { now } from '@/lib/clock';
import { receiveSmsReport } from '@/lib/sms/reports-door';

type Params = { params: Promise<{ provider: string }> };

/** Where providers tell what became of messages (docs/messages.md). */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { provider } = await params;
  const { pathname, search } = new URL(request.url);
  const post = { headers: request.headers, body: request.body, address: `${pathname}${search}` };
  const { status, text } = await receiveSmsReport(provider, post, now());
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
}

/** SMSAPI asks by default. */
export const GET = POST;
