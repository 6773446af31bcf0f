import { now } from '@/lib/clock';
import { receiveTillActs } from '@/lib/tills/door';

type Params = { params: Promise<{ pointOfSaleId: string }> };

/** A till's way in (docs/point-of-sale.md). */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { pointOfSaleId } = await params;
  const { status, body, retryAfterSeconds } = await receiveTillActs(pointOfSaleId, request, now());

  return Response.json(body, {
    status,
    headers: { 'cache-control': 'no-store', ...(retryAfterSeconds && { 'retry-after': String(retryAfterSeconds) }) },
  });
}
