'use client';

import { useTranslations } from 'next-intl';
import { CHOSEN_ACTIONS, type IncomingCallAction } from '@/lib/users/types';
import { SelectField } from '../ui/select-field';
import { SavedNote } from './saved-note';
import { useSetting } from './use-setting';

type IncomingActionProps = { stored: IncomingCallAction; mayRegister: boolean };

/** What answering a call opens (S3.1). A driver's call opens the driver whatever stands here (S0.20). */
export function IncomingAction({ stored, mayRegister }: IncomingActionProps) {
  const t = useTranslations('personalSettings.action');
  const choices = CHOSEN_ACTIONS.filter((each) => each !== 'register_inquiry' || mayRegister);
  // What nothing comes of is nothing: a choice that went with a role, or one that is still to be built.
  const effective = choices.find((each) => each === stored) ?? 'nothing';
  const { value, note, save } = useSetting(effective);

  function choose(typed: string) {
    const action = choices.find((each) => each === typed);
    if (action) save(action, { setting: 'incomingCallAction', action });
  }

  return (
    <div>
      <SelectField label={t('title')} hint={t(`hints.${value}`)} value={value} onChange={(event) => choose(event.target.value)}>
        {choices.map((each) => (
          <option key={each} value={each}>
            {t(each)}
          </option>
        ))}
      </SelectField>
      <SavedNote note={note} />
    </div>
  );
}
