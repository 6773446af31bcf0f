import { z } from 'zod';
import { isWithinYears } from '../deliveries/limits.ts';
import { typedText } from '../typed-text.ts';
import { MAX_TASK_CHARACTERS } from './limits.ts';

const Moment = z.iso
  .datetime({ error: 'dueInvalid' })
  .refine(isWithinYears, 'dueInvalid')
  .transform((written) => new Date(written).toISOString());

export const TaskDetails = z.object({
  title: typedText(MAX_TASK_CHARACTERS).refine((title) => title !== '', 'titleMissing'),
  dueAt: Moment,
  assigneeId: z.uuid().nullable(),
});
/** What is to be done, until when, and by whom. */
export type TaskDetails = z.infer<typeof TaskDetails>;

export const AddTask = z.object({
  /** Made by the browser, so that a repeated save is the same task. */
  taskId: z.uuid(),
  interestId: z.uuid(),
  details: TaskDetails,
  /** When it was ticked off, where a deletion is taken back. */
  doneAt: z.iso.datetime().nullable().default(null),
});
export type AddTask = z.infer<typeof AddTask>;

export const TaskOfInterest = z.object({ taskId: z.uuid(), interestId: z.uuid() });
export type TaskOfInterest = z.infer<typeof TaskOfInterest>;

/** `from` is what the browser showed, so that nothing a colleague changed meanwhile is overwritten. */
export const ChangeTask = TaskOfInterest.extend({ from: TaskDetails, to: TaskDetails });
export type ChangeTask = z.infer<typeof ChangeTask>;

export const TickTask = TaskOfInterest.extend({ isDone: z.boolean() });
export type TickTask = z.infer<typeof TickTask>;

export const TaskPageKey = z.object({ isDone: z.boolean(), at: z.iso.datetime(), id: z.uuid() });
export type TaskPageKey = z.infer<typeof TaskPageKey>;
export const MoreTasks = z.object({ interestId: z.uuid(), after: TaskPageKey });
