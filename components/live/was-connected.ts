const sockets = new WeakSet<object>();

/** Whether this connection was up at some time. */
export function wasConnected(socket: object): boolean {
  return sockets.has(socket);
}

export function rememberConnected(socket: object): void {
  sockets.add(socket);
}
