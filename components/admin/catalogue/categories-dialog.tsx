'use client';

import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { addCategory, changeCategory } from '@/lib/catalogue/actions';
import type { CatalogueCategory } from '@/lib/catalogue/queries';
import { type ChangeCategory, MAX_CATEGORY_CHARACTERS } from '@/lib/catalogue/schema';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { IconButton } from '../../ui/icon-button';
import { ModalDialog } from '../../ui/modal-dialog';
import { showError } from '../../ui/show-message';
import { EditCell } from './edit-cell';
import { useRefusals } from './use-catalogue-change';

/** The parts of the menu: renamed where they stand, moved up and down, deleted when nothing is in them. */
export function CategoriesDialog({ categories, onClose }: { categories: CatalogueCategory[]; onClose: () => void }) {
  const t = useTranslations('catalogue');

  return (
    <ModalDialog title={t('categories')} onClose={onClose} size="sm" footer={<Button onClick={onClose}>{t('close')}</Button>}>
      {categories.length > 0 && (
        <table aria-label={t('categories')} className="data-table">
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('productsIn')}</th>
              <th scope="col">{t('order')}</th>
            </tr>
          </thead>
          <tbody>
            {categories.map((category, position) => (
              <CategoryRow
                key={category.id}
                category={category}
                isFirst={position === 0}
                isLast={position === categories.length - 1}
              />
            ))}
          </tbody>
        </table>
      )}
      <AddCategory />
    </ModalDialog>
  );
}

type CategoryRowProps = { category: CatalogueCategory; isFirst: boolean; isLast: boolean };

function CategoryRow({ category: { id: categoryId, name, productCount }, isFirst, isLast }: CategoryRowProps) {
  const t = useTranslations('catalogue');
  const { sentencesOf } = useRefusals();
  const [isPending, startTransition] = useTransition();

  async function change(input: ChangeCategory): Promise<string | null> {
    const sentences = sentencesOf(await changeCategory(input).catch(() => null));
    return sentences && (Object.values(sentences)[0] ?? null);
  }

  function act(act: 'moveUp' | 'moveDown' | 'delete') {
    startTransition(async () => {
      const fault = await change({ change: act, categoryId });
      if (fault) showError(fault);
    });
  }

  return (
    <tr>
      <td className="w-full">
        <EditCell
          label={t('nameOfCategory', { category: name })}
          column="category"
          value={name}
          maxLength={MAX_CATEGORY_CHARACTERS}
          className="font-medium"
          onSave={(typed) => change({ change: 'name', categoryId, name: typed })}
        />
      </td>
      <td className="num text-muted">{t('productCount', { count: productCount })}</td>
      <td className="text-end">
        <IconButton
          name={t('moveUp', { category: name })}
          icon={<ChevronUp aria-hidden="true" />}
          size="sm"
          isPending={isPending}
          disabledReason={isFirst ? t('isFirst') : null}
          onClick={() => act('moveUp')}
        />
        <IconButton
          name={t('moveDown', { category: name })}
          icon={<ChevronDown aria-hidden="true" />}
          size="sm"
          isPending={isPending}
          disabledReason={isLast ? t('isLast') : null}
          onClick={() => act('moveDown')}
        />
        <IconButton
          name={t('deleteCategory', { category: name })}
          icon={<Trash2 aria-hidden="true" />}
          size="sm"
          isPending={isPending}
          disabledReason={productCount > 0 ? t('faults.notEmpty', { count: productCount }) : null}
          onClick={() => act('delete')}
        />
      </td>
    </tr>
  );
}

function AddCategory() {
  const t = useTranslations('catalogue');
  const { sentencesOf } = useRefusals();
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const field = useRef<HTMLInputElement>(null);

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const sentences = sentencesOf(await addCategory({ name: field.current?.value ?? '' }).catch(() => null));
      setFault(sentences && (Object.values(sentences)[0] ?? null));
      if (!sentences && field.current) field.current.value = '';
    });
  }

  return (
    <form onSubmit={submit} className="mt-3 flex items-end gap-2">
      <TextField
        ref={field}
        label={t('newCategory')}
        error={fault}
        maxLength={MAX_CATEGORY_CHARACTERS}
        autoComplete="off"
        className="flex-1"
      />
      <Button type="submit" isPending={isPending}>
        {t('addCategory')}
      </Button>
    </form>
  );
}
