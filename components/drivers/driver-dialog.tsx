'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { addDriver, changeDriver } from '@/lib/drivers/actions';
import { MAX_DRIVER_NAME, MAX_DRIVER_NUMBERS } from '@/lib/drivers/limits';
import type { ChangeDriver } from '@/lib/drivers/schema';
import { newId } from '@/lib/new-id';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { IconButton } from '../ui/icon-button';
import { ModalDialog } from '../ui/modal-dialog';
import { showError, showMessage } from '../ui/show-message';

const PROBLEMS = ['nameMissing', 'nameTooLong', 'numberInvalid', 'tooManyNumbers'] as const;

export type EditedDriver = { id: string; name: string; numbers: { e164: string; display: string }[] };
type Typed = { key: number; text: string };

/** Name and numbers of a driver, or of a new one. */
export function DriverDialog({ driver, onClose }: { driver: EditedDriver | null; onClose: () => void }) {
  const t = useTranslations('drivers');
  const formId = useId();
  const { save, problemOf, isPending } = useSaving(driver, onClose);
  const [name, setName] = useState(driver?.name ?? '');
  const [numbers, setNumbers] = useState<Typed[]>(() => {
    const texts = driver && driver.numbers.length > 0 ? driver.numbers.map((number) => number.display) : [''];
    return texts.map((text, key) => ({ key, text }));
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(
      name,
      numbers.map((number) => number.text),
    );
  }

  function type(key: number, text: string) {
    setNumbers((before) => before.map((each) => (each.key === key ? { key, text } : each)));
  }

  function addNumber() {
    setNumbers((before) => [...before, { key: Math.max(...before.map((each) => each.key)) + 1, text: '' }]);
  }

  return (
    <ModalDialog
      title={driver ? t('editTitle') : t('addTitle')}
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={formId} intent="primary" isPending={isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={t('nameLabel')}
          error={problemOf('name')}
          maxLength={MAX_DRIVER_NAME}
          autoComplete="off"
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {numbers.map(({ key, text }, index) => (
          <div key={key} className="flex items-start gap-2">
            <TextField
              label={index === 0 ? t('numberLabel') : t('anotherNumberLabel')}
              error={problemOf(`numbers.${index}`)}
              className="flex-1"
              type="tel"
              maxLength={40}
              autoComplete="off"
              value={text}
              onChange={(event) => type(key, event.target.value)}
            />
            {index > 0 && (
              <IconButton
                name={t('removeNumber')}
                icon={<X aria-hidden="true" />}
                className="mt-5"
                onClick={() => setNumbers((before) => before.filter((each) => each.key !== key))}
              />
            )}
          </div>
        ))}
        {numbers.length < MAX_DRIVER_NUMBERS && (
          <Button size="sm" intent="ghost" icon={<Plus aria-hidden="true" />} className="self-start" onClick={addNumber}>
            {t('addNumber')}
          </Button>
        )}
      </form>
    </ModalDialog>
  );
}

/** Compares with what the dialog was opened with: the page behind it is kept true meanwhile. */
function useSaving(driver: EditedDriver | null, onSaved: () => void) {
  const t = useTranslations('drivers');
  const refusals = useTranslations('refusals');
  const [fields, setFields] = useState<Record<string, string>>({});
  const [isPending, setPending] = useState(false);
  const [opened] = useState(driver);
  const [idOfNew] = useState(newId);

  async function save(name: string, numbers: string[]) {
    setPending(true);
    const result = await (opened
      ? changeDriver(changeOf(opened, name, numbers))
      : addDriver({ driverId: idOfNew, name, numbers })
    ).catch(() => undefined);
    setPending(false);
    if (!result) return showError(t('failed'));
    if (!result.ok) {
      setFields(result.fields ?? {});
      if (!result.fields) showError(refusals(result.reason));
      return;
    }
    const { sharedWith } = result.data;
    showMessage(
      sharedWith.length > 0
        ? t('sharedNumber', { name: name.trim(), others: sharedWith.join(', ') })
        : t('saved', { name: name.trim() }),
    );
    onSaved();
  }

  function problemOf(field: string): string | null {
    const key = PROBLEMS.find((each) => each === fields[field]);
    return key ? t(`problems.${key}`) : null;
  }

  return { save, problemOf, isPending };
}

function changeOf({ id, name, numbers }: EditedDriver, typedName: string, typed: string[]): ChangeDriver {
  const areOther = typed.filter((text) => text.trim() !== '').join('\n') !== numbers.map((number) => number.display).join('\n');
  return {
    driverId: id,
    from: { name, numbers: numbers.map((number) => number.e164) },
    ...(typedName !== name && { name: typedName }),
    ...(areOther && { numbers: typed }),
  };
}
