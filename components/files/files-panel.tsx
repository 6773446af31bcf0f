'use client';

import { Paperclip, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MAX_FILE_MEBIBYTES } from '@/lib/files/limits';
import { ACCEPTED_EXTENSIONS } from '@/lib/files/media-types';
import type { FileRow } from '@/lib/files/queries';
import { Panel } from '../deliveries/panel';
import { EmptyState } from '../ui/empty-state';
import { ChooseFiles } from './choose-files';
import { DropZone } from './drop-zone';
import { FileList } from './file-list';
import { UploadList } from './upload-list';
import { useUploads } from './use-uploads';

type FilesPanelProps = { customerId: string; files: FileRow[]; isEditable: boolean };

/** Files on a customer and on the notes about them (S2.35b): dropped here or chosen, several at once. */
export function FilesPanel({ customerId, files, isEditable }: FilesPanelProps) {
  const t = useTranslations('files');
  const { uploads, add, retry, cancel } = useUploads({ customer: customerId });
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
      </Panel>
    </DropZone>
  );
}
