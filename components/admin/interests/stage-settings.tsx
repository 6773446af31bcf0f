'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { StageSetting } from '@/lib/interest-settings/queries';
import { canArchive } from '@/lib/interest-settings/rules';
import { addStage, archiveStage, orderStages, renameStage } from '@/lib/interest-settings/stage-actions';
import { newId } from '@/lib/new-id';
import { useStageName } from '../../interests/use-stage-name';
import { Button } from '../../ui/button';
import { ArchivedSettings } from './archived-settings';
import { NameDialog } from './name-dialog';
import type { Setting } from './setting-list';
import { SettingTable } from './setting-table';

/** The stages of interests: active ones are added and put in order, all are renamed; what closes an interest stays. */
export function StageSettings({ stages, archived }: { stages: StageSetting[]; archived: StageSetting[] }) {
  const t = useTranslations('interestSettings');
  const names = useTranslations('interests.stages');
  const nameOf = useStageName();
  const headingId = useId();
  const [edited, edit] = useState<Setting | null>(null);
  const [addedId, add] = useState<string | null>(null);
  const settings = stages.map((stage): Setting => ({ ...stage, shownName: nameOf(stage) }));
  const active = settings.filter(({ kind }) => kind === 'active');
  const closed = settings.filter(({ kind }) => kind !== 'active');

  function staysBecause({ id, kind }: Setting): string | null {
    if (canArchive(stages, id)) return null;
    return t(kind === 'active' ? 'onlyActive' : 'onlyClosed');
  }

  return (
    <section aria-labelledby={headingId} className="flex min-w-0 flex-col gap-2">
      <div className="flex items-end justify-between gap-3">
        <div>
          <h2 id={headingId} className="font-semibold text-base">
            {t('stages')}
          </h2>
          <p className="text-muted">{t('stagesHint')}</p>
        </div>
        <Button icon={<Plus aria-hidden="true" />} onClick={() => add(newId())}>
          {t('addStage')}
        </Button>
      </div>
      <div className="panel @container overflow-x-auto">
        <SettingTable
          label={t('stages')}
          rows={active}
          fixed={closed}
          acts={{ archive: archiveStage, order: orderStages }}
          staysBecause={staysBecause}
          onRename={edit}
        />
      </div>
      <ArchivedSettings
        title={t('archivedStages')}
        rows={archived.map((stage) => ({ ...stage, shownName: nameOf(stage) }))}
        archive={archiveStage}
      />
      {addedId && (
        <NameDialog
          title={t('newStage')}
          label={t('stageName')}
          act={t('add')}
          name=""
          onSave={(name) => addStage({ id: addedId, name })}
          onClose={() => add(null)}
        />
      )}
      {edited && (
        <NameDialog
          title={t('renameTitle', { name: edited.shownName })}
          label={t('stageName')}
          hint={edited.standard ? t('standardHint', { name: names(edited.standard) }) : undefined}
          act={t('save')}
          name={edited.name}
          onSave={(name) => renameStage({ id: edited.id, from: edited.name, name })}
          onClose={() => edit(null)}
        />
      )}
    </section>
  );
}
