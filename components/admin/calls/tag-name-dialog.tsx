'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { changeTagName } from '@/lib/tags/actions';
import { MAX_TAG_CHARACTERS } from '@/lib/tags/limits';
import type { CountedTag } from '@/lib/tags/queries';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useFieldErrors } from '../use-field-errors';
import { useSubmit } from '../use-submit';

/** Another name for a tag; what was typed stays where it is refused, with the reason. */
export function TagNameDialog({ tag, onClose }: { tag: CountedTag; onClose: () => void }) {
  const t = useTranslations('tagSettings');
  const router = useDeskRouter();
  const formId = useId();
  const [name, setName] = useState(tag.name);
  const errors = useFieldErrors('tagSettings.problems');
  const { submit, isPending } = useSubmit(errors);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!(await submit(event.currentTarget, () => changeTagName({ tagId: tag.id, name })))) return;
    onClose();
    router.refresh();
  }

  return (
    <Dialog
      title={t('rename', { name: tag.name })}
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button intent="primary" type="submit" form={formId} isPending={isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={save}>
        <TextField
          label={t('name')}
          error={errors.of('name')}
          autoFocus
          autoComplete="off"
          maxLength={MAX_TAG_CHARACTERS}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
