import { SAMPLES } from '../../lib/pbx/samples/read-sample.ts';
import { SCENARIO_NAMES } from './scenario-names.ts';

export const HELP = `Places practice calls at a running Offhook, through the same signed webhook that a PBX uses.

  npm run call -- <command> [options]

Calls
  ring        a call comes in; prints its id       --from --line --extension --name
  answer      an operator answers                  --extension (default: the first that rings)
  hold        the operator puts the caller on hold
  resume      … and takes them back
  transfer    to a colleague                       --to 103 [--attended]
  hangup      the caller hangs up
  miss        the caller gives up before anybody answers
  busy        the operators' devices say busy
              All but ring take --call <id> (default: the last call).

Devices
  register, unregister                             --extension 101

On the real PBX of "npm run demo -- --asterisk"
  outside     somebody calls in, speaks, and then repeats what they hear; --end hangs up   --from --line

Whole stories
  replay <sample>      as Asterisk sent it: ${wrapped(SAMPLES, 22)}
  scenario <name>      ${wrapped(SCENARIO_NAMES, 22)}
              Both take --fast (no pauses); busy-hour takes --minutes (default 2).

Options
  --from +48600100101       the caller; "anonymous" withholds the number
  --line +48221000001       the line called
  --extension 101,102       who rings; several are a ring group, which rings at once
  --name "Jan Kowalski"     the name the PBX has for the caller
  --url, --source, --secret the server (default: PUBLIC_URL or this machine), the PBX connection and its webhook secret
`;

function wrapped(names: readonly string[], indent: number): string {
  const lines = [''];
  for (const name of names) {
    const line = lines.at(-1) ?? '';
    if (line.length + name.length > 76) lines.push(name);
    else lines[lines.length - 1] = line ? `${line}, ${name}` : name;
  }
  return lines.join(`,\n${' '.repeat(indent)} `);
}
