import { databaseAnswers } from '@/lib/db/health';
import { hasSockets } from '@/lib/realtime/publish';

const NOT_STORED = { 'Cache-Control': 'no-store' };

/**
 * For a load balancer, the demo's start, and a desk that is about to draw its page anew: whether this process can serve, and what it
 * lacks.
 */
export async function GET(): Promise<Response> {
  if (!(await databaseAnswers())) {
    return Response.json({ status: 'unavailable', why: ['The database does not answer.'] }, { status: 503, headers: NOT_STORED });
  }
  if (!hasSockets()) {
    return Response.json({ status: 'degraded', why: ['Live updates are off.'] }, { headers: NOT_STORED });
  }
  return Response.json({ status: 'ok' }, { headers: NOT_STORED });
}
