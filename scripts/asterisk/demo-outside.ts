import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Asterisk } from './asterisk.ts';
import { LOOPBACK, OUTSIDE_HOST, type PbxSettings } from './settings.ts';

/** The context and endpoint by which the demo's outside world calls in. */
export const CALLER_CONTEXT = 'demo-caller';
export const OUTSIDE_CHANNEL = 'PJSIP/demo-outside-';
export const SPEAKS = 's@demo-speaks';

const SPEECH = ['hello-world', 'demo-echotest'];
const SPEECH_FOLDERS = ['sounds/en_US_f_Allison', 'sounds/en'];

/**
 * Appended to the documented configuration: an outside world that the demo needs no further program for. The same Asterisk
 * calls itself through its trunk, so that to the PBX, and to Offhook, its callers are callers from outside.
 */
export function demoOutside({ data }: Pick<Asterisk, 'data'>, { sipPort, outsidePort }: PbxSettings): Record<string, string> {
  return {
    'modules.conf': 'load = res_clioriginate.so\n',
    'pjsip.conf': `
[demo-transport]
type = transport
protocol = udp
bind = ${OUTSIDE_HOST}:${outsidePort}

[demo-outside]
type = endpoint
transport = demo-transport
context = demo-outside
disallow = all
allow = alaw
aors = demo-outside
direct_media = no
send_connected_line = no

[demo-outside]
type = aor
contact = sip:${LOOPBACK}:${sipPort}

[demo-outside]
type = identify
endpoint = demo-outside
match = ${LOOPBACK}:${sipPort}
`,
    'extensions.conf': `
; One who calls: the line, an asterisk, the caller.
[${CALLER_CONTEXT}]
exten => _[+0-9].,1,Set(FROM=\${CUT(EXTEN,*,2)})
 same => n,Set(CALLERID(all)=<\${FROM}>)
 same => n,ExecIf($["\${FROM}" = "anonymous"]?Set(CALLERID(pres)=prohib))
 same => n,Dial(PJSIP/\${CUT(EXTEN,*,1)}@demo-outside,120)

; … says something, and then what they are told.
[demo-speaks]
exten => s,1,Answer()
${SPEECH.map((name) => ` same => n,Playback(${join(speechFolder(data), name)})`).join('\n')}
 same => n,Echo()

; One who is called: 00 at the end is busy, 01 never answers, as with the practice phone.
[demo-outside]
exten => _[+0-9].,1,Ringing()
 same => n,GotoIf($["\${EXTEN:-2}" = "00"]?busy)
 same => n,GotoIf($["\${EXTEN:-2}" = "01"]?silent)
 same => n,Wait(1)
 same => n,Goto(demo-speaks,s,1)
 same => n(busy),Hangup(17)
 same => n(silent),Wait(120)
`,
  };
}

function speechFolder(data: string): string {
  const folders = SPEECH_FOLDERS.map((name) => join(data, name));
  return folders.find((folder) => existsSync(join(folder, 'hello-world.gsm'))) ?? '';
}
