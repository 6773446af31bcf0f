'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { MAX_CUSTOMER_CHARACTERS } from '@/lib/customers/limits';
import { NumberTaken } from '../customers/number-taken';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { QuickEntryMore } from './quick-entry-more';
import { type CallerSeen, useQuickEntry } from './use-quick-entry';

/** Who an unknown caller is, taken down while they talk: a name is enough, and Enter saves it (S1.14). It never takes the focus. */
export function QuickEntry(caller: CallerSeen) {
  const t = useTranslations('quickEntry');
  const moreId = useId();
  const { entry, hasTyped, type, save, discard, takeOwner, errors, problem, owners, isSaving } = useQuickEntry(caller);
  // What was typed there before a reload is not hidden.
  const [isOpened, setOpened] = useState(false);
  const isMore = isOpened || [entry.company, entry.note, entry.city].some(Boolean) || entry.class !== 'regular';

  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => passFocusOn(form.current), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    void save();
  }

  function pressed(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  }

  return (
    <form ref={form} aria-label={t('title')} noValidate className="flex flex-col gap-2" onSubmit={submit} onKeyDown={pressed}>
      <TextField
        label={t('name')}
        autoComplete="off"
        placeholder={t('namePlaceholder')}
        value={entry.name}
        maxLength={MAX_CUSTOMER_CHARACTERS.name}
        error={errors.name ? t(errors.name === 'nameMissing' ? 'errors.nameMissing' : 'errors.tooLong') : null}
        onChange={(event) => type({ name: event.target.value })}
      />
      {isMore && (
        <div id={moreId} className="flex flex-col gap-2">
          <QuickEntryMore entry={entry} errors={errors} onChange={type} />
        </div>
      )}
      {owners.length > 0 && (
        <NumberTaken
          owners={owners}
          onChoose={(owner) => void takeOwner(owner)}
          isPending={isSaving}
          shareLabel={t('addAnyway')}
          onShare={() => void save(true)}
        />
      )}
      {problem && (
        <p role="alert" className="field-error text-xs">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="sm" isPending={isSaving}>
          {t('save')}
        </Button>
        {!isMore && (
          <Button size="sm" intent="ghost" aria-expanded={false} onClick={() => setOpened(true)}>
            {t('more')}
          </Button>
        )}
        {hasTyped && (
          <Button size="sm" intent="ghost" onClick={discard}>
            {t('discard')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Once it is known who calls, the entry goes, and the keyboard stays with their call instead of beginning anew at the top of the page. */
function passFocusOn(form: HTMLFormElement | null): () => void {
  const call = form?.closest('section[tabindex]');
  return () => {
    if (call instanceof HTMLElement && form?.contains(document.activeElement)) call.focus();
  };
}
