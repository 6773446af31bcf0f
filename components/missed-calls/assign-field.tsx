'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState, useTransition } from 'react';
import type { Refusal } from '@/lib/action-result';
import { changeAssignee, readAssignablePeople } from '@/lib/missed-calls/assign-actions';
import { useDeskRouter } from '../live/use-desk-router';
import { SelectField } from '../ui/select-field';
import { showError } from '../ui/show-message';

type Person = { id: string; name: string };

/** Who is to deal with a missed call, of those who may see it. */
export function AssignField({ missedCallId, assignee }: { missedCallId: string; assignee: Person | null }) {
  const t = useTranslations('missedCalls');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [people, setPeople] = useState<Person[]>(assignee ? [assignee] : []);
  const [chosen, setChosen] = useState(assignee?.id ?? '');
  const [isPending, startTransition] = useTransition();

  const onUnread = useEffectEvent((reason: Refusal) => showError(refusals(reason)));
  useEffect(() => {
    let isWanted = true;
    readAssignablePeople({ missedCallId })
      .catch(() => null)
      .then((answer) => {
        if (!isWanted) return;
        if (answer?.ok) setPeople(answer.data);
        else onUnread(answer?.reason ?? 'unavailable');
      });
    return () => {
      isWanted = false;
    };
  }, [missedCallId]);

  function choose(id: string) {
    const before = chosen;
    setChosen(id);
    startTransition(async () => {
      const answer = await changeAssignee({ missedCallId, toId: id || null }).catch(() => null);
      if (answer?.ok) return router.refresh();
      setChosen(before);
      showError(refusals(answer?.reason ?? 'unavailable'));
    });
  }

  return (
    <SelectField
      label={t('assignedToLabel')}
      value={chosen}
      aria-busy={isPending || undefined}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{t('whoeverIsOnTheLine')}</option>
      {withChosen(people, assignee).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

/** Whoever has it now is named too, though they may no longer see it. */
function withChosen(people: Person[], assignee: Person | null): Person[] {
  return assignee && !people.some(({ id }) => id === assignee.id) ? [assignee, ...people] : people;
}
