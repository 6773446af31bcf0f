'use client';

import { Paperclip, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { moreFiles } from '@/lib/files/actions';
import { MAX_FILE_MEBIBYTES } from '@/lib/files/limits';
import { ACCEPTED_EXTENSIONS } from '@/lib/files/media-types';
import type { FileRow } from '@/lib/files/queries';
import type { CreatedKey, Page } from '@/lib/page';
import { Panel } from '../deliveries/panel';
import { EmptyState } from '../ui/empty-state';
import { MoreButton } from '../ui/more-button';
import { useMoreRows } from '../ui/use-more-rows';
import { ChooseFiles } from './choose-files';
import { DropZone } from './drop-zone';
import { FileList } from './file-list';
import { UploadList } from './upload-list';
import { useUploads } from './use-uploads';

type FilesPanelProps = { customerId: string; first: Page<FileRow, CreatedKey>; isEditable: boolean };

/** Files on a customer and on the notes about them (S2.35b): dropped here or chosen, several at once. */
export function FilesPanel({ customerId, first, isEditable }: FilesPanelProps) {
  const t = useTranslations('files');
  const { uploads, add, retry, cancel } = useUploads({ customer: customerId });
  const list = useMoreRows(first, (after) => moreFiles({ customerId, after }));
  const files = list.rows;
  const isEmpty = files.length === 0 && uploads.length === 0;
  const choose = isEditable && (
    <ChooseFiles
      label={t('add')}
      icon={<Upload aria-hidden="true" />}
      accept={ACCEPTED_EXTENSIONS}
      intent={isEmpty ? 'outline' : 'ghost'}
      onChoose={add}
    />
  );

  return (
    <DropZone onDrop={add} isOff={!isEditable} className="rounded-lg">
      <Panel title={t('title')} aside={!isEmpty && choose}>
        <UploadList uploads={uploads} onRetry={retry} onCancel={cancel} />
        {isEmpty ? (
          <EmptyState
            icon={<Paperclip aria-hidden="true" />}
            title={t('none')}
            hint={isEditable ? t('hint', { megabytes: MAX_FILE_MEBIBYTES }) : undefined}
            action={choose}
          />
        ) : (
          files.length > 0 && <FileList files={files} isEditable={isEditable} />
        )}
        {list.hasMore && <MoreButton isPending={list.isPending} onClick={list.more} />}
      </Panel>
    </DropZone>
  );
}
