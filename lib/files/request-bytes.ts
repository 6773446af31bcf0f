/** What a request carries, in the pieces it comes in. */
export async function* requestBytes(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body) yield* request.body;
}
