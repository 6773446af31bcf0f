/** Takes back an offer that was made and never sent: until then a call can make no other. */
export async function rollBack(peer: RTCPeerConnection | undefined): Promise<void> {
  if (peer?.signalingState === 'have-local-offer') await peer.setLocalDescription({ type: 'rollback' }).catch(() => undefined);
}
