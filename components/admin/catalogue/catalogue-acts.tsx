'use client';

import { FolderTree, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CatalogueCategory } from '@/lib/catalogue/queries';
import { Button } from '../../ui/button';
import { latePart } from '../../ui/late-part';

const AddProductDialog = latePart(() => import('./add-product-dialog').then((module) => module.AddProductDialog));
const CategoriesDialog = latePart(() => import('./categories-dialog').then((module) => module.CategoriesDialog));

export function CatalogueActs({ categories }: { categories: CatalogueCategory[] }) {
  const t = useTranslations('catalogue');
  const [open, setOpen] = useState<'product' | 'categories' | null>(null);
  const close = () => setOpen(null);

  return (
    <>
      <Button icon={<FolderTree aria-hidden="true" />} onClick={() => setOpen('categories')}>
        {t('categories')}
      </Button>
      <Button
        intent="primary"
        icon={<Plus aria-hidden="true" />}
        disabledReason={categories.length === 0 ? t('categoryFirst') : null}
        onClick={() => setOpen('product')}
      >
        {t('add')}
      </Button>
      {open === 'product' && <AddProductDialog categories={categories} onClose={close} />}
      {open === 'categories' && <CategoriesDialog categories={categories} onClose={close} />}
    </>
  );
}
