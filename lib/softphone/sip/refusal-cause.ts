/** Why a call came to nothing: a key under `phone.unreached`. */
export type RefusalCause = 'busy' | 'no_answer' | 'declined' | 'unreachable' | 'not_found' | 'failed';

/** What a SIP status says about whom one called (RFC 3261, 21). Null where it was the caller who gave up. */
export function refusalCause(status: number): RefusalCause | null {
  switch (status) {
    case 487:
      return null;
    case 486:
    case 600:
      return 'busy';
    case 408:
    case 480:
      return 'no_answer';
    case 603:
      return 'declined';
    case 404:
    case 410:
    case 484:
    case 604:
      return 'not_found';
    case 500:
    case 502:
    case 503:
    case 504:
      return 'unreachable';
    default:
      return 'failed';
  }
}
