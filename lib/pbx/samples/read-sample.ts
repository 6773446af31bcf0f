import { readFileSync } from 'node:fs';
import { AmiEvent, type AsteriskConfig } from '../asterisk-ami.ts';

/** Captures of a real Asterisk 22: every AMI and ARI event in the order of arrival. */
export const SAMPLES = [
  'answered_elsewhere',
  'attended_transfer',
  'blind_transfer',
  'click_to_call_ari',
  'inbound_answered',
  'inbound_answered_operator_hangup',
  'inbound_caller_cancel',
  'inbound_missed',
  'inbound_rejected',
  'operator_offline_call',
  'outbound_answered',
  'outbound_busy',
  'outbound_no_answer',
  'queue_abandon',
  'register_unregister',
  'resumed',
] as const;

export type SampleName = (typeof SAMPLES)[number];

/** The Asterisk that the samples were captured on. */
export const SAMPLE_PBX: AsteriskConfig = { trunks: ['trunk'], extension: /^10\d$/ };

/** The AMI half of a sample. The ARI half knows no queues. */
export function readSample(name: SampleName): AmiEvent[] {
  const lines = readFileSync(new URL(`./${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

  return lines
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter((event) => event.src === 'ami')
    .map(({ src, t, ...event }) => AmiEvent.parse(event));
}
