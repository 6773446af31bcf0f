/**
 * What the PBX says about a transfer in a `message/sipfrag` (RFC 3515): `done` once the new other side rings or has answered,
 * for then the PBX has the call and we are no part of it any more.
 */
export function transferOutcome(body: string): 'pending' | 'done' | 'failed' {
  const status = Number(body.match(/^SIP\/2\.0 (\d{3})/)?.[1] ?? 0);
  if (status <= 100) return 'pending';
  return status < 300 ? 'done' : 'failed';
}
