import { randomUUID } from 'node:crypto';
import { env } from '../../lib/env.ts';
import type { SampleName } from '../../lib/pbx/samples/read-sample.ts';
import { callIn, hangUpOutside } from '../asterisk/call-in.ts';
import { Failure } from '../failure.ts';
import type { Command } from './arguments.ts';
import { HELP } from './help.ts';
import type { Memory } from './memory.ts';
import { callIdsOf, durationMs, startingAt, toPosts, translateSample } from './replay.ts';
import { runScenario } from './scenarios/run-scenario.ts';
import type { Stage } from './stage.ts';

/** Does what was asked, and says so in one line: `ring` says nothing but the call's id. */
export async function runCommand(command: Command, stage: Stage, memory: Memory): Promise<void> {
  const { pbx, say } = stage;

  switch (command.verb) {
    case 'ring': {
      const callId = await pbx.ring(command);
      memory.remember({ callId, rings: command.extensions, talks: null });
      return say(callId);
    }
    case 'answer': {
      const call = memory.recall(command.callId);
      const extension = command.extensions[0] ?? call.rings[0];
      if (!extension) throw new Failure('Who answers? Name the extension with --extension, for example --extension 101.');
      await pbx.answer(call.callId, extension);
      memory.remember({ ...call, talks: extension });
      return say(`${extension} answered ${call.callId}.`);
    }
    case 'hold':
    case 'resume': {
      const { callId } = memory.recall(command.callId);
      await pbx[command.verb](callId);
      return say(command.verb === 'hold' ? `${callId} is on hold.` : `${callId} goes on.`);
    }
    case 'transfer':
      return transfer(command, stage, memory);
    case 'hangup': {
      const { callId } = memory.recall(command.callId);
      await pbx.hangUp(callId);
      return say(`${callId} has ended.`);
    }
    case 'miss': {
      const { callId } = memory.recall(command.callId);
      await pbx.giveUp(callId);
      return say(`The caller of ${callId} gave up.`);
    }
    case 'busy': {
      const { callId, rings } = memory.recall(command.callId);
      await pbx.busy(callId, command.extensions.length > 0 ? command.extensions : rings);
      return say(`${callId} found everybody busy.`);
    }
    case 'register':
    case 'unregister': {
      for (const extension of command.extensions) await pbx[command.verb](extension);
      return say(`${command.extensions.join(', ')} ${command.verb}ed.`);
    }
    case 'outside': {
      if (command.ends) return say(`${await hangUpOutside(env.dataFolder)} hung up.`);
      await callIn(env.dataFolder, command);
      return say(`${command.from} calls ${command.line}.`);
    }
    case 'replay':
      return replay(command.sample, stage, memory);
    case 'scenario':
      return runScenario(command.scenario, stage, command.minutes);
    case 'help':
      return say(HELP);
    default:
      return command satisfies never;
  }
}

async function transfer(command: Extract<Command, { verb: 'transfer' }>, { pbx, say }: Stage, memory: Memory): Promise<void> {
  const { callId, talks, rings } = memory.recall(command.callId);
  const { to, isAttended } = command;

  if (!isAttended) {
    await pbx.transfer(callId, { to, ...(talks && { from: talks }) });
    memory.remember({ callId, rings: [to], talks: null });
    return say(`${callId} was transferred: ${to} rings.`);
  }

  const from = talks ?? rings[0];
  if (!from) throw new Failure(`Nobody is known to talk on ${callId}: say who answered it with "npm run call -- answer".`);
  await pbx.hold(callId);
  const consultId = await pbx.consult(callId, { from, to });
  await pbx.answer(consultId, to);
  await pbx.completeTransfer(callId, consultId, { from, to });
  memory.remember({ callId, rings: [], talks: to });
  return say(`${from} asked ${to}, and ${to} took ${callId}.`);
}

async function replay(sample: SampleName, { pbx, say, pause, isFast }: Stage, memory: Memory): Promise<void> {
  const run = `replay-${randomUUID().slice(0, 8)}`;
  const translated = translateSample(sample, run);
  // Told at once, the call has just ended: otherwise it would end in the future.
  const start = new Date(Date.now() - (isFast ? durationMs(translated) : 0));
  const events = startingAt(translated, start);
  const posts = isFast ? [{ afterMs: 0, events }] : toPosts(events);

  let toldMs = 0;
  for (const [index, post] of posts.entries()) {
    await pause((post.afterMs - toldMs) / 1000);
    toldMs = post.afterMs;
    await pbx.post(post.events, { webhookId: `${run}-${String(index).padStart(3, '0')}` });
    for (const event of post.events) say(`${event.type}${'device' in event ? ` ${event.device.extension}` : ''}`);
  }

  const callIds = callIdsOf(events);
  for (const callId of callIds.toReversed()) memory.remember({ callId, rings: [], talks: null });
  if (callIds.length > 0) say(`Replayed as ${callIds.join(', ')}.`);
}
