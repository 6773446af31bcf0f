'use client';

import { useEffect, useState } from 'react';
import { z } from 'zod';
import type { Progress } from '@/lib/customer-import/queries';
import { useDeskRouter } from '../../live/use-desk-router';

const EVERY_MS = 1_000;
/** Over the last seconds: what it did an hour ago says nothing. */
const SAMPLES = 8;

const Answer = z.object({
  ok: z.literal(true),
  data: z.custom<Progress>((value) => z.object({ state: z.string() }).safeParse(value).success),
});
type Sample = { at: number; doneLines: number };

/** Asks how far an import is, each second while it runs, and loads the page again when it has ended. */
export function useProgress(first: Progress) {
  const router = useDeskRouter();
  const [asked, setAsked] = useState<{ of: Progress; progress: Progress } | null>(null);
  const [samples, setSamples] = useState<Sample[]>([]);
  const [isLost, setLost] = useState(false);
  // What the server rendered since is newer than what was asked before it.
  const progress = asked?.of === first ? asked.progress : first;
  const isRunning = progress.state === 'waiting' || progress.state === 'running';
  const { id } = first;

  useEffect(() => {
    if (!isRunning) return;
    let isOver = false;

    async function ask() {
      const answer = await fetch(`/api/customer-imports/${id}`, { cache: 'no-store' })
        .then((response) => response.json())
        .then((body) => Answer.parse(body).data)
        .catch(() => null);
      if (isOver) return;
      setLost(answer === null);
      if (!answer) return;
      setAsked({ of: first, progress: answer });
      setSamples((before) => [...before, { at: performance.now(), doneLines: answer.doneLines }].slice(-SAMPLES));
      if (answer.state !== 'waiting' && answer.state !== 'running') router.refresh();
    }
    const timer = setInterval(() => void ask(), EVERY_MS);
    void ask();
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isRunning, id, first, router]);

  return { progress, linesPerSecond: speedOf(samples), isLost };
}

function speedOf(samples: Sample[]): number | null {
  const [oldest, latest] = [samples[0], samples.at(-1)];
  if (!oldest || !latest || latest.at === oldest.at) return null;
  const speed = ((latest.doneLines - oldest.doneLines) * 1000) / (latest.at - oldest.at);
  return speed > 0 ? speed : null;
}
