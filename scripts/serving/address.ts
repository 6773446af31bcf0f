import { isLoopback } from '../../lib/loopback.ts';
import { Failure } from '../failure.ts';
import { whyNotListen } from '../ports.ts';

export type Address = { host: string; port: number; url: string };

const DEFAULT_PORT = 3000;
const DEFAULT_HOST = '127.0.0.1';

/** Where the server will listen, from HOST and PORT. Throws a Failure when it cannot. */
export async function claimAddress(command: 'demo' | 'dev' | 'start'): Promise<Address> {
  const host = process.env.HOST || DEFAULT_HOST;
  const port = Number(process.env.PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`PORT is ${process.env.PORT}, and must be a number from 1 to 65535.`);
  }
  if (command !== 'start' && !isLoopback(host)) {
    throw new Failure(`The demo's passwords are public, so it listens on this machine only: HOST is ${host}, use 127.0.0.1.`);
  }

  const why = await whyNotListen(port, host);
  if (why === 'EADDRINUSE') {
    throw new Failure(`Port ${port} on ${host} is taken by another program. Choose another: PORT=${port + 1} npm run ${command}`);
  }
  if (why === 'EACCES')
    throw new Failure(`This user may not listen on port ${port}. Choose one above 1024: PORT=3000 npm run ${command}`);
  if (why) throw new Failure(`The server cannot listen on ${host}:${port} (${why}). Check HOST and PORT.`);
  return { host, port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}` };
}
