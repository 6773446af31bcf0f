'use client';

import { useMemo } from 'react';
import { z } from 'zod';
import { nextDay, wallClock } from '@/lib/wall-clock';
import { useDesk } from '../../softphone/desk-context';
import { keptForm } from '../../ui/kept-form';
import { useOrganisation } from '../../ui/organisation';

const PROPOSED_TIME = '10:00';
const Typed = z.object({ title: z.string(), day: z.string(), time: z.string(), assigneeId: z.string().nullable() });
/** A task as it is typed: its day and time as the clock on the wall shows them. */
export type TypedTask = z.infer<typeof Typed>;

/** A new task as it was left here, or proposed for tomorrow, to whoever writes it. */
export function useNewTask(interestId: string, nowMs: number) {
  const { me } = useDesk();
  const { timeZone } = useOrganisation();
  const kept = useMemo(() => keptForm(me.id, `task:${interestId}`, Typed), [me.id, interestId]);

  function initial(): TypedTask {
    const day = nextDay(wallClock(new Date(nowMs), timeZone).day);
    return kept.find() ?? { title: '', day, time: PROPOSED_TIME, assigneeId: me.id };
  }

  return { initial, ...kept };
}
