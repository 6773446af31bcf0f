'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { deleteFilter, renameFilter, saveFilter } from '@/lib/saved-filters/actions';
import { MAX_SAVED_NAME } from '@/lib/saved-filters/limits';
import type { SavedFilterRow } from '@/lib/saved-filters/queries';
import type { FilteredList } from '@/lib/saved-filters/types';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { IconButton } from '../ui/icon-button';
import { ModalDialog } from '../ui/modal-dialog';
import { showError, showMessage } from '../ui/show-message';

const PROBLEMS = ['nameMissing', 'nameTooLong', 'nameTaken', 'tooMany', 'empty'] as const;

type SavedFiltersDialogProps = {
  list: FilteredList;
  saved: SavedFilterRow[];
  /** What is filtered now, to be saved; empty where there is nothing new to save. */
  query: string;
  onClose: () => void;
};

export function SavedFiltersDialog({ list, saved, query, onClose }: SavedFiltersDialogProps) {
  const t = useTranslations('savedFilters');

  return (
    <ModalDialog title={t('title')} size="sm" onClose={onClose}>
      <div className="flex flex-col gap-4">
        {query !== '' && <SaveForm list={list} saved={saved} query={query} onClose={onClose} />}
        {saved.length > 0 && (
          <ul className="flex flex-col gap-2">
            {saved.map((filter) => (
              <SavedFilter key={filter.id} list={list} filter={filter} />
            ))}
          </ul>
        )}
      </div>
    </ModalDialog>
  );
}

function SaveForm({ list, saved, query, onClose }: SavedFiltersDialogProps) {
  const t = useTranslations('savedFilters');
  const { run, problem, isPending } = useFilterAct();
  const [name, setName] = useState('');
  const isReplacing = saved.some((filter) => filter.name === name.trim());

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await run(() => saveFilter({ list, name, query, isReplacing })))) return;
    showMessage(t('saved', { name: name.trim() }));
    onClose();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextField
        label={t('name')}
        hint={isReplacing ? t('replaces') : t('nameHint')}
        error={problem}
        maxLength={MAX_SAVED_NAME}
        autoComplete="off"
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" intent="primary" isPending={isPending} className="self-end">
        {isReplacing ? t('replace') : t('saveIt')}
      </Button>
    </form>
  );
}

function SavedFilter({ list, filter }: { list: FilteredList; filter: SavedFilterRow }) {
  const t = useTranslations('savedFilters');
  const { run, problem, isPending } = useFilterAct();
  const [name, setName] = useState(filter.name);

  async function rename(event: FormEvent) {
    event.preventDefault();
    if (await run(() => renameFilter({ filterId: filter.id, name }))) showMessage(t('renamed', { name: name.trim() }));
  }

  async function remove() {
    if (!(await run(() => deleteFilter({ filterId: filter.id })))) return;
    const undo = () => void run(() => saveFilter({ list, name: filter.name, query: filter.query }));
    showMessage(t('deleted', { name: filter.name }), { label: t('undo'), onClick: undo });
  }

  return (
    <li>
      <form onSubmit={rename} className="flex items-end gap-2">
        <TextField
          label={t('nameOf', { name: filter.name })}
          error={problem}
          className="flex-1"
          maxLength={MAX_SAVED_NAME}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {name.trim() !== filter.name && (
          <Button type="submit" isPending={isPending}>
            {t('rename')}
          </Button>
        )}
        <IconButton
          name={t('delete', { name: filter.name })}
          icon={<Trash2 aria-hidden="true" />}
          isPending={isPending}
          onClick={() => void remove()}
        />
      </form>
    </li>
  );
}

/** Runs an act on a filter. What is wrong with its name is said beside it, anything else as an error. */
function useFilterAct() {
  const t = useTranslations('savedFilters');
  const refusals = useTranslations('refusals');
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function run(act: () => Promise<ActionResult<unknown>>): Promise<boolean> {
    setPending(true);
    const result = await act().catch(() => undefined);
    setPending(false);
    if (!result) showError(t('failed'));
    if (!result || result.ok) {
      setProblem(null);
      return result !== undefined;
    }
    const key = PROBLEMS.find((each) => each === result.fields?.name);
    setProblem(key ? t(`problems.${key}`) : null);
    if (!key) showError(refusals(result.reason));
    return false;
  }

  return { run, problem, isPending };
}
