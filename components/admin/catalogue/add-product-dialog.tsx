'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState, useTransition } from 'react';
import { addProduct } from '@/lib/catalogue/actions';
import type { CatalogueCategory } from '@/lib/catalogue/queries';
import { MAX_CODE_CHARACTERS, MAX_PRODUCT_NAME_CHARACTERS } from '@/lib/catalogue/schema';
import { Button } from '../../ui/button';
import { Field, TextField } from '../../ui/field';
import { ModalDialog } from '../../ui/modal-dialog';
import { Select } from '../../ui/select';
import { useRefusals } from './use-catalogue-change';
import { usePriceReader } from './use-price-reader';

/** Stays open: a new menu is many products, one after the other. */
export function AddProductDialog({ categories, onClose }: { categories: CatalogueCategory[]; onClose: () => void }) {
  const t = useTranslations('catalogue');
  const readTyped = usePriceReader();
  const { sentencesOf } = useRefusals();
  const [isPending, startTransition] = useTransition();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [added, setAdded] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const formId = useId();

  async function add(form: HTMLFormElement) {
    const data = new FormData(form);
    const [code, name, categoryId, typed] = ['code', 'name', 'categoryId', 'price'].map((field) => String(data.get(field) ?? ''));
    const { minor, fault } = readTyped(typed ?? '');
    setAdded('');
    if (fault) return setFaults({ priceMinor: fault });

    const sentences = sentencesOf(await addProduct({ code, name, categoryId, priceMinor: minor }).catch(() => null));
    setFaults(sentences ?? {});
    if (sentences) return;

    setAdded(t('added', { product: name ?? '' }));
    for (const field of ['code', 'name', 'price']) clearField(form, field);
    codeField.current?.focus();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      if (form.current) await add(form.current);
    });
  }

  return (
    <ModalDialog
      title={t('add')}
      onClose={onClose}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button intent="primary" type="submit" form={formId} isPending={isPending}>
            {t('add')}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} onSubmit={submit} noValidate className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3">
          <TextField
            ref={codeField}
            name="code"
            label={t('code')}
            error={faults.code}
            maxLength={MAX_CODE_CHARACTERS}
            autoComplete="off"
            autoFocus
          />
          <TextField
            name="price"
            label={t('price')}
            error={faults.priceMinor}
            inputMode="decimal"
            maxLength={20}
            autoComplete="off"
          />
        </div>
        <TextField name="name" label={t('name')} error={faults.name} maxLength={MAX_PRODUCT_NAME_CHARACTERS} autoComplete="off" />
        <Field label={t('category')} error={faults.categoryId}>
          {(control) => (
            <Select {...control} name="categoryId">
              {categories.map((category) => (
                <option key={category.id} value={category.id}>
                  {category.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <p role="status" className="text-muted empty:hidden">
          {added}
        </p>
        {faults[''] && (
          <p role="alert" className="field-error">
            {faults['']}
          </p>
        )}
      </form>
    </ModalDialog>
  );
}

function clearField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = '';
}
