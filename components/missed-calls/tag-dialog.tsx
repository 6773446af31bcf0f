'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { foldText } from '@/lib/folded-text';
import { readTags, tagMissedCall, untagMissedCall } from '@/lib/missed-calls/tag-actions';
import { MAX_TAG_CHARACTERS } from '@/lib/tags/limits';
import type { Tag } from '@/lib/tags/queries';
import { useDeskRouter } from '../live/use-desk-router';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { TextField } from '../ui/field';
import { ModalDialog } from '../ui/modal-dialog';
import { showError } from '../ui/show-message';
import type { ListedMissedCall } from './use-live-call-backs';

/** Every tag to tick, and a new one to type. Each tick is stored at once. */
export function TagDialog({ row, onClose }: { row: ListedMissedCall; onClose: () => void }) {
  const t = useTranslations('missedCalls');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [tags, setTags] = useState<Tag[]>(row.tags);
  const [typed, setTyped] = useState('');
  const { isOn, put, take } = useRowTags(row);
  const key = foldText(typed);
  const found = tags.filter((tag) => foldText(tag.name).includes(key));
  const isNew = key !== '' && !tags.some((tag) => foldText(tag.name) === key);

  async function readAll() {
    const answer = await readTags().catch(() => null);
    if (answer?.ok) setTags(answer.data);
    else showError(refusals(answer?.reason ?? 'unavailable'));
  }
  const onOpened = useEffectEvent(() => void readAll());
  useEffect(() => onOpened(), []);

  function close() {
    router.refresh();
    onClose();
  }

  async function add(event: FormEvent) {
    event.preventDefault();
    const name = typed.trim();
    if (!name || !(await put(name))) return;
    setTyped('');
    await readAll();
  }

  return (
    <ModalDialog title={t('tags')} about={row.customer?.name ?? (row.callerDisplay || t('withheld'))} size="sm" onClose={close}>
      <form onSubmit={(event) => void add(event)} className="flex flex-col gap-3">
        <div className="flex items-end gap-2">
          <TextField
            label={t('tagName')}
            value={typed}
            maxLength={MAX_TAG_CHARACTERS}
            autoComplete="off"
            autoFocus
            className="flex-1"
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button type="submit" icon={<Plus aria-hidden="true" />} disabledReason={key === '' ? t('tagMissing') : null}>
            {isNew ? t('makeTag') : t('putTag')}
          </Button>
        </div>
        {found.length > 0 ? (
          <ul aria-label={t('tags')} className="flex max-h-72 flex-col gap-2 overflow-y-auto">
            {found.map((tag) => (
              <li key={tag.id}>
                <CheckField
                  label={tag.name}
                  checked={isOn(tag.name)}
                  onChange={({ target }) => void (target.checked ? put(tag.name) : take(tag))}
                />
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">{isNew ? t('tagIsNew') : t('noTags')}</p>
        )}
      </form>
    </ModalDialog>
  );
}

/** Which tags are on the row, as far as they are stored. */
function useRowTags(row: ListedMissedCall) {
  const refusals = useTranslations('refusals');
  const [on, setOn] = useState<ReadonlySet<string>>(new Set(row.tags.map((tag) => foldText(tag.name))));

  async function change(key: string, isOn: boolean, act: () => Promise<ActionResult>): Promise<boolean> {
    const answer = await act().catch(() => null);
    if (!answer?.ok) {
      showError(refusals(answer?.reason ?? 'unavailable'));
      return false;
    }
    setOn((before) => new Set(isOn ? [...before, key] : [...before].filter((each) => each !== key)));
    return true;
  }

  return {
    isOn: (name: string) => on.has(foldText(name)),
    put: (name: string) => change(foldText(name), true, () => tagMissedCall({ missedCallId: row.id, name })),
    take: (tag: Tag) => change(foldText(tag.name), false, () => untagMissedCall({ missedCallId: row.id, tagId: tag.id })),
  };
}
