'use client';

import { Pencil, Tag as TagIcon, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { removeTagForGood } from '@/lib/tags/actions';
import type { CountedTag } from '@/lib/tags/queries';
import { useDeskRouter } from '../../live/use-desk-router';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { EmptyState } from '../../ui/empty-state';
import { IconButton } from '../../ui/icon-button';
import { showError, showMessage } from '../../ui/show-message';
import { TagNameDialog } from './tag-name-dialog';

type Edited = { tag: CountedTag; act: 'rename' | 'delete' };

/** The words that missed calls are sorted by; whoever works with the list makes them there. */
export function TagSettings({ tags }: { tags: CountedTag[] }) {
  const t = useTranslations('tagSettings');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [edited, setEdited] = useState<Edited | null>(null);
  const [isPending, setPending] = useState(false);

  async function remove({ id }: CountedTag) {
    setPending(true);
    const answer = await removeTagForGood({ tagId: id }).catch(() => null);
    setPending(false);
    if (!answer?.ok) return showError(refusals(answer?.reason ?? 'unavailable'));
    setEdited(null);
    showMessage(t('deleted'));
    router.refresh();
  }

  return (
    <div className="flex max-w-3xl flex-col gap-3 p-4">
      <h1 className="font-semibold text-lg">{t('title')}</h1>
      <p className="text-muted">{t('hint')}</p>
      <div className="panel overflow-clip">
        {tags.length === 0 ? (
          <EmptyState icon={<TagIcon aria-hidden="true" />} title={t('none')} hint={t('noneHint')} />
        ) : (
          <table aria-label={t('title')} className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col" className="num w-0">
                  {t('uses')}
                </th>
                <th scope="col" className="w-0">
                  <span className="sr-only">{t('acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tags.map((tag) => (
                <tr key={tag.id}>
                  <td className="max-w-0 truncate">
                    <bdi title={tag.name}>{tag.name}</bdi>
                  </td>
                  <td className="num">{tag.uses}</td>
                  <td>
                    <span className="flex justify-end gap-1">
                      <IconButton
                        name={t('rename', { name: tag.name })}
                        size="sm"
                        icon={<Pencil aria-hidden="true" />}
                        onClick={() => setEdited({ tag, act: 'rename' })}
                      />
                      <IconButton
                        name={t('delete', { name: tag.name })}
                        size="sm"
                        icon={<Trash2 aria-hidden="true" />}
                        onClick={() => setEdited({ tag, act: 'delete' })}
                      />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {edited?.act === 'rename' && <TagNameDialog tag={edited.tag} onClose={() => setEdited(null)} />}
      {edited?.act === 'delete' && (
        <ConfirmDialog
          title={t('delete', { name: edited.tag.name })}
          act={t('deleteAct')}
          cancel={t('cancel')}
          isPending={isPending}
          onConfirm={() => void remove(edited.tag)}
          onClose={() => setEdited(null)}
        >
          {t('deleteHint', { count: edited.tag.uses })}
        </ConfirmDialog>
      )}
    </div>
  );
}
