'use client';

import { ListChecks, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { TypeSetting } from '@/lib/interest-settings/queries';
import { addServiceType, archiveServiceType, orderServiceTypes, renameServiceType } from '@/lib/interest-settings/type-actions';
import { newId } from '@/lib/new-id';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ArchivedSettings } from './archived-settings';
import { NameDialog } from './name-dialog';
import type { Setting } from './setting-list';
import { SettingTable } from './setting-table';

/** What somebody may ask for, to choose from in an inquiry and on the card of an interest. */
export function TypeSettings({ types, archived }: { types: TypeSetting[]; archived: TypeSetting[] }) {
  const t = useTranslations('interestSettings');
  const headingId = useId();
  const [edited, edit] = useState<Setting | null>(null);
  const [addedId, add] = useState<string | null>(null);

  return (
    <section aria-labelledby={headingId} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-end justify-between gap-3">
        <div>
          <h2 id={headingId} className="font-semibold text-base">
            {t('serviceTypes')}
          </h2>
          <p className="text-muted">{t('serviceTypesHint')}</p>
        </div>
        <Button icon={<Plus aria-hidden="true" />} onClick={() => add(newId())}>
          {t('addType')}
        </Button>
      </div>
      <div className="panel @container overflow-x-auto">
        {types.length === 0 ? (
          <EmptyState icon={<ListChecks aria-hidden="true" />} title={t('noTypes')} hint={t('noTypesHint')} />
        ) : (
          <SettingTable
            label={t('serviceTypes')}
            rows={types.map(toSetting)}
            fixed={[]}
            acts={{ archive: archiveServiceType, order: orderServiceTypes }}
            staysBecause={() => null}
            onRename={edit}
          />
        )}
      </div>
      <ArchivedSettings title={t('archivedTypes')} rows={archived.map(toSetting)} archive={archiveServiceType} />
      {addedId && (
        <NameDialog
          title={t('newType')}
          label={t('typeName')}
          act={t('add')}
          name=""
          onSave={(name) => addServiceType({ id: addedId, name })}
          onClose={() => add(null)}
        />
      )}
      {edited && (
        <NameDialog
          title={t('renameTitle', { name: edited.name })}
          label={t('typeName')}
          act={t('save')}
          name={edited.name}
          onSave={(name) => renameServiceType({ id: edited.id, from: edited.name, name })}
          onClose={() => edit(null)}
        />
      )}
    </section>
  );
}

function toSetting({ id, name, uses }: TypeSetting): Setting {
  return { id, name, shownName: name, uses, standard: null, kind: null };
}
